import { useEffect, useState } from 'react'
import { useWords, type Wording } from '#app/parts/words.tsx'

interface MomentProps {
  /** ISO 8601, UTC. */
  readonly at: string
  /** day: the date alone. minute: with the time of day; under a day away, how long. */
  readonly to: 'day' | 'minute'
}

/**
 * A moment in words. The server words it in the site's zone and never relative to now, so that a kept page stays true;
 * the browser then words it in the reader's own zone, and as a distance where it is under a day away.
 */
export function Moment({ at, to }: MomentProps) {
  const words = useWords()
  const said = useMinuteOrDay(at, to, { distances: true })
  if (to === 'day') return <time dateTime={at}>{said}</time>
  return (
    <time dateTime={at} title={siteMinute(at, words)}>
      {said}
    </time>
  )
}

/** A moment in the middle of a sentence (“until Sunday at 18:00”): never a distance, which would not stand after “until”. */
export const useMomentWords = (at: string, to: MomentProps['to']): string =>
  useMinuteOrDay(at, to, { distances: false })

function useMinuteOrDay(at: string, to: MomentProps['to'], { distances }: { readonly distances: boolean }): string {
  const words = useWords()
  const [here, setHere] = useState<string | null>(null)
  useEffect(() => {
    const far = distances ? distance(at, Date.now(), words) : null
    setHere(to === 'day' ? null : (far ?? minute(at, undefined, words)))
  }, [at, to, words, distances])
  return to === 'day' ? words.day(at) : (here ?? siteMinute(at, words))
}

function siteMinute(at: string, words: Wording): string {
  const there = minute(at, words.timeZone, words)
  return words.timeZone === 'UTC' ? words.say('moment-utc', { moment: there }) : there
}

function minute(at: string, timeZone: string | undefined, words: Wording): string {
  const format = new Intl.DateTimeFormat(words.region, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  })
  return format.format(new Date(at))
}

const minuteMs = 60_000
const hourMs = 60 * minuteMs

function distance(at: string, nowMs: number, words: Wording): string | null {
  const awayMs = Date.parse(at) - nowMs
  if (Math.abs(awayMs) >= 24 * hourMs) return null
  const format = new Intl.RelativeTimeFormat(words.region, { numeric: 'auto' })
  if (Math.abs(awayMs) < hourMs) return format.format(Math.round(awayMs / minuteMs), 'minute')
  return format.format(Math.round(awayMs / hourMs), 'hour')
}

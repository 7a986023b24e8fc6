import { useLocation } from '@remix-run/react'
import { useEffect } from 'react'

/** Brings what an address points at into sight, also where it stands behind another tab or in something closed. */
export function useRevealed(): void {
  const { key } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step through the page's addresses is a new reason to look
  useEffect(() => {
    reveal()
    window.addEventListener('hashchange', reveal)
    return () => window.removeEventListener('hashchange', reveal)
  }, [key])
}

function reveal(): void {
  const id = window.location.hash.slice(1)
  const wanted = id === '' ? null : document.getElementById(decodeURIComponent(id))
  if (!wanted) return
  show(wanted)
  // Somebody followed "say something about this".
  if (id === 'say') wanted.querySelector('textarea')?.focus()
}

function show(wanted: Element): void {
  if (wanted.checkVisibility()) return
  for (let shut = wanted.closest('details'); shut; shut = shut.parentElement?.closest('details') ?? null)
    shut.open = true
  const pane = wanted.closest('.pane')
  const number = [1, 2, 3].findIndex((at) => pane?.classList.contains(`pane-${at}`))
  const choice = pane?.parentElement?.querySelectorAll<HTMLInputElement>('.panes-choice input')[number]
  if (choice && !pane?.checkVisibility()) choice.click()
  wanted.scrollIntoView()
}

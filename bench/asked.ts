import { ended, heard, startPart } from '#bench/house.ts'

const connections = 16

/** Loads one address from another process for a while. Gives answers a second, and the bytes of one. */
export async function askedFor(
  url: string,
  headers: Readonly<Record<string, string>>,
  forMs: number,
): Promise<{ perSecond: number; bytes: number }> {
  const part = startPart('asking', { url, headers, connections, forMs })
  try {
    return await heard(part, 'asked')
  } finally {
    await ended(part)
  }
}

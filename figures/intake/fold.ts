/**
 * Folds a name so that spellings of the same name meet: small letters, no accents, single spaces, no marks.
 * "Maßeinheit" and "masseinheit", "OBS_VALUE" and "obs value" are the same.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}%/]+/gu, ' ')
    .trim()
}

/** Splits "Output (t)", "Value [kg]" and "Menge in kWh" into the name and the unit of measure that stands behind it. */
export function withoutUnit(header: string): { name: string; unit: string | null } {
  const bracketed = /^(.*?)\s*[([]\s*([^()[\]]{1,16}?)\s*[)\]]\s*$/u.exec(header)
  const spoken = bracketed ?? /^(.+?)(?:,| in| en)\s+([\p{L}%][\p{L}\p{N}/%³²]{0,9})$/u.exec(header)
  const [, name, unit] = spoken ?? []
  return name !== undefined && unit !== undefined && name !== '' ? { name, unit } : { name: header, unit: null }
}

/** Every address that leads nowhere: answered within the frame, so that a reader finds the way on. */
export const loader = () => {
  throw new Response(null, { status: 404 })
}

export default function Nowhere() {
  return null
}

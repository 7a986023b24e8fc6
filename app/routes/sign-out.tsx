import { type ActionFunctionArgs, redirect } from '@remix-run/node'

/** Signs out where a form asks for it; an address typed by hand only leads to one's own page. */
export const loader = () => redirect('/me')

export async function action({ context }: ActionFunctionArgs) {
  if (context.session !== null) await context.perform('account.sign-out', { session: context.session })
  return redirect('/sign-in?out', { headers: { 'Set-Cookie': context.cookieFor(null) } })
}

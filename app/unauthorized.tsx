/**
 * Never shown: whoever is not signed in is sent to the sign-in page. Without it, every page would hold Next's own text
 * for this case.
 */
export default function Unauthorized() {
  return null;
}

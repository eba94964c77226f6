/** Other pages under `links` stand alone, a poster for one. */
export default function NoList() {
  return null;
}

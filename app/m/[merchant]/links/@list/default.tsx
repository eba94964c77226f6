/** Other pages below `links`, such as a poster, have no list beside them. */
export default function NoList() {
  return null;
}

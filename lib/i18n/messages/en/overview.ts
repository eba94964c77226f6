/** What was created in the last days. Cobro cannot see payments, and nothing here says that it does. */
export const overview = {
  overview: {
    title: "Overview",
    intro: "Links created, not payments: Cobro cannot see whether a customer paid.",
    modes: { live: "Live links", test: "Test links", sandbox: "Sandbox links" },
    period: "Period",
    days: "{count, plural, one {Last day} other {Last # days}}",
    links: "{count, plural, one {# link} other {# links}}",
    byDay: "By day",
    byDayText: "{links, plural, one {# link} other {# links}}. The most on {day}: {most, number}.",
    most: "Most: {most, number} on {day}",
    asTable: "As a table",
    day: "Day",
    linksHead: "Links",
    byPerson: "By person",
    byCurrency: "By currency",
    elsewhere: "Created elsewhere",
    nothingTitle: "No links in this time",
    nothingText: "Links of this mode are counted here once they are created.",
    open: "See the overview",
  },
} as const;

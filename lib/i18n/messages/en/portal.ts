/** Messages of a business's portal that are not about links: navigation, new businesses, API keys. */
export const portal = {
  nav: {
    main: "Main",
    new: "New",
    history: "History",
    inbox: "Inbox",
    settings: "Settings",
    account: "Your account",
    switch: "Switch business",
    create: "Create business",
    signOut: "Sign out",
    menu: "Menu of {merchant}",
  },
  mode: {
    sandbox: "SANDBOX",
    test: "TEST",
    live: "LIVE",
    sandboxName: "Sandbox",
    testName: "Test",
    liveName: "Live",
  },
  merchants: {
    title: "Your businesses",
    create: "Create business",
    role_owner: "Owner",
    role_admin: "Admin",
    role_cashier: "Cashier",
    role_viewer: "View only",
  },
  refusedOrigin: {
    title: "This form was not accepted",
    foreign:
      "It was sent from {origin}, but this portal was asked for as {host} (the {header} header). If {origin} is where you open this portal, whoever runs it must set APP_URL={origin} and start it again, or have the proxy pass on the Host header.",
    elsewhere: "Otherwise open {address} and send it from there.",
    hidden:
      "The browser hid the page that it was sent from (Origin: null). Open this portal in a window of its own and send it from there.",
    insecure:
      "It was sent from {origin}, but this portal works over https only (APP_URL is {address}). Open {address} and send it from there.",
  },
  newMerchant: {
    title: "Name your business",
    intro: "Your customers see this name beside the QR code. You can change it later.",
    name: "Business name",
    currencyHint: "The money your prices are in. You can change it later.",
    timeZoneHint: "Sets the days and hours in your history. You can change it later.",
    submit: "Create business",
    pending: "Creating…",
  },
  apiKeys: {
    title: "API key",
    intro: "Cobro makes links with your secret 4Geeks API key. Your team uses it without ever seeing it.",
    connected: "Connected",
    ending: "ends in {last4}",
    by: "{name}, {when}",
    inUse: "In use",
    use_sandbox: "Make sandbox links",
    use_test: "Make test links",
    use_live: "Make live links",
    connectTitle: "Connect a 4Geeks API key",
    replaceTitle: "Connect another API key",
    field: "API key",
    hint: "In the 4Geeks console: Settings, API & Developers, Generate New Key. It begins with sk_test_ or sk_live_.",
    safety: "The API key is encrypted before it is stored, and never shown again.",
    submit: "Connect key",
    pending: "Checking the API key with 4Geeks…",
    sandboxTitle: "No API key yet?",
    sandboxText: "Try everything with practice links. No money moves.",
    sandbox: "Use the sandbox",
    failing:
      "Since {when}, 4Geeks has refused this API key. Make a new one in your 4Geeks console and connect it below.",
    shared:
      "This same API key is connected to another business in this portal too. If that is not yours, make a new API key in your 4Geeks console.",
    disconnect: "Disconnect",
    disconnectText:
      "Nobody can make links with this API key any more, and Cobro forgets it at once. Links that are being made right now still finish, and your history stays. To use it again, paste it again.",
    disconnectNow: "Disconnect this API key",
    replaceText:
      "A new API key takes the place of the old one at once. Links that are being made with the old one still finish; an hour later Cobro forgets it.",
    alarmTitle: "4Geeks refuses your API key",
    alarmText: "No links can be made until a new API key is connected.",
    alarmOpen: "Connect a new API key",
    alarmCashier:
      "No links can be made right now. Tell an owner or admin of this business that the 4Geeks API key stopped working.",
    sandboxPending: "Opening the sandbox…",
  },
} as const;

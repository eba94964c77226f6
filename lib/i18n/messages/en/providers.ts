/** Messages about signing in with an account at a provider such as Google. */
export const providers = {
  provider: {
    continueWith: "Continue with {provider}",
    title: "Other accounts to sign in with",
    text: "Sign in with an account that you have elsewhere. Your password keeps working.",
    link: "Link {provider}",
    unlink: "Unlink",
    unlinking: "Unlinking…",
    signUp:
      "{provider} says that you are {email}. Choose a password too, so that you can get in when {provider} cannot be reached. After that, both sign you in.",
  },
  providerProblem: {
    provider_declined:
      "You were not signed in: it was cancelled, or {provider} refused. Try again, or choose another way.",
    provider_down:
      "{provider} does not answer right now. Try again in a minute; your password works as always.",
    provider_misconfigured:
      "{provider} does not accept this portal. Ask whoever runs the portal to check its client ID, its secret and its redirect URI; your password works as always.",
    provider_clock:
      "The clock of {provider} and the clock of this portal differ too much. Tell whoever runs the portal; your password works as always.",
    provider_expired: "That took too long, or it began in another window. Start again here.",
    provider_failed:
      "We could not accept the answer of {provider}. Start again here; if it goes wrong again, tell whoever runs the portal.",
    too_many_attempts: "Too many attempts. Wait 15 minutes and try again.",
    identity_unknown:
      "No account here is linked with your {provider} account. Sign in with your password, then link {provider} under “Your account”.",
    identity_without_email:
      "{provider} did not tell us your email address, so we could not make you an account. Sign in with your password or create an account, then link {provider} under “Your account”.",
    identity_unverified:
      "{provider} has not checked that your email address is yours, so we could not make you an account. Sign in with your password or create an account, then link {provider} under “Your account”.",
    identity_taken:
      "This {provider} account is linked with another person’s account here. Choose another account at {provider}, and try again.",
    identity_second: "You have linked another {provider} account already. Unlink that one first.",
  },
} as const;

import { useTranslations } from "@/lib/i18n/translations";
import { findProvider } from "@/lib/platform/identity-providers";
import { FormError } from "@/lib/ui/form/form-error";
import { providerProblems } from "@/lib/web/provider-fault";

type Asked = Record<string, string | string[] | undefined>;

/** Why a provider did not sign the person in, or was not linked; nothing when the address names no reason. */
export function ProviderProblem({ asked }: { asked: Asked }) {
  const t = useTranslations("providerProblem");
  const problem = providerProblems.find((one) => one === asked.problem);
  const provider = findProvider(String(asked.with));
  return problem && provider ? <FormError error={t(problem, { provider: provider.name })} /> : null;
}

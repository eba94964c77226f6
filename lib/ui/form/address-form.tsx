"use client";

import { useRouter } from "next/navigation";
import type { ComponentProps, FormEvent } from "react";
import { addressWith } from "@/lib/core/address-with";

type Props = Omit<ComponentProps<"form">, "action" | "onSubmit"> & { action: string };

/** A form that only leads to an address: its fields are the filters there. Where scripts run, the page stays. */
export function AddressForm({ action, ...props }: Props) {
  const router = useRouter();
  const follow = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    router.push(addressWith(action, typedFields(event.currentTarget)));
  };
  return <form action={action} {...props} onSubmit={follow} />;
}

/** What a form without files would send. */
export function typedFields(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
}

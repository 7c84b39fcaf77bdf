import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';

/** What the browser's authenticator answers, as JSON in a field of a form: only the members that are verified. */
const texto = z.string().max(16_384);
const comun = {
  id: texto.min(1),
  rawId: texto.min(1),
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}).default({}),
};
const Alta = z.object({
  ...comun,
  response: z.object({
    clientDataJSON: texto,
    attestationObject: texto,
    transports: z
      .array(z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']))
      .optional(),
  }),
});
const Uso = z.object({
  ...comun,
  response: z.object({
    clientDataJSON: texto,
    authenticatorData: texto,
    signature: texto,
    userHandle: texto.nullish().transform((v) => v ?? undefined),
  }),
});

function leer<T extends z.ZodType>(esquema: T, json: string): z.output<T> | undefined {
  try {
    const leido = esquema.safeParse(JSON.parse(json));
    return leido.success ? leido.data : undefined;
  } catch {
    return undefined;
  }
}

export const leerRespuestaDeAlta = (json: string): RegistrationResponseJSON | undefined => {
  const r = leer(Alta, json);
  return r && { ...r, response: sinAusentes(r.response) };
};

export const leerRespuestaDeUso = (json: string): AuthenticationResponseJSON | undefined => {
  const r = leer(Uso, json);
  return r && { ...r, response: sinAusentes(r.response) };
};

type SinAusentes<T> = { [K in keyof T]: Exclude<T[K], undefined> };
const sinAusentes = <T extends object>(o: T): SinAusentes<T> =>
  Object.fromEntries(Object.entries(o).filter(([, v]) => v !== undefined)) as SinAusentes<T>;

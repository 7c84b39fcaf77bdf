import { respuestaDe } from './inscripcion.ts';
import type { Persona } from './personas.ts';

interface Respuesta {
  estado: number;
  cuerpo: Record<string, unknown>;
}

/** One call of the API as an integrator makes it. @throws TypeError when the server is not there. */
export async function llamar(
  url: string,
  metodo: 'GET' | 'POST' | 'PUT',
  camino: string,
  o: { token?: string; cuerpo?: object; desde?: string } = {},
): Promise<Respuesta> {
  const r = await fetch(`${url}/api/v1${camino}`, {
    method: metodo,
    headers: {
      ...(o.cuerpo && { 'content-type': 'application/json' }),
      ...(o.token && { authorization: `Bearer ${o.token}` }),
      ...(o.desde && { 'x-forwarded-for': o.desde }),
    },
    ...(o.cuerpo && { body: JSON.stringify(o.cuerpo) }),
  });
  return { estado: r.status, cuerpo: (await r.json()) as Record<string, unknown> };
}

/** A draft with everything answered but its end. */
export async function prepararPorApi(
  url: string,
  p: Persona,
): Promise<{ borrador: string; token: string; persona: Persona }> {
  const abierto = await llamar(url, 'POST', '/rut/inscripciones', { cuerpo: {} });
  const { borrador, token } = abierto.cuerpo as { borrador: string; token: string };
  let paso: unknown = 'tratamiento-datos';
  while (typeof paso === 'string') {
    const cuerpo = await respuestaDe(url, paso, p);
    const r = await llamar(url, 'PUT', `/rut/inscripciones/${borrador}/pasos/${paso}`, { token, cuerpo });
    if (r.estado !== 200) throw new Error(`${paso}: ${r.estado} ${JSON.stringify(r.cuerpo)}`);
    paso = r.cuerpo.siguiente;
  }
  return { borrador, token, persona: p };
}

/** Does the work of each, so many at a time; the results keep the order. */
export async function enParalelo<T, R>(
  cosas: readonly T[],
  aLaVez: number,
  hacer: (cosa: T) => Promise<R>,
): Promise<R[]> {
  const hechas: R[] = [];
  const turnos = cosas.entries();
  await Promise.all(
    Array.from({ length: aLaVez }, async () => {
      for (const [i, cosa] of turnos) hechas[i] = await hacer(cosa);
    }),
  );
  return hechas;
}

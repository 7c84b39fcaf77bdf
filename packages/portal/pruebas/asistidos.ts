import { idDe } from './cuentas.ts';
import { inscribirPersona, persona, type PersonaDePrueba } from './inscripcion.ts';
import type { Navegador } from './navegador.ts';
import type { OficinaDePrueba } from './oficina.ts';

export type Paso = [slug: string, campos: Record<string, string | string[]>];

/** Answers pages until there are none left, and presents. @returns path of what was presented */
export async function llenar(
  n: Navegador,
  pasos: readonly Paso[],
  base = n.pagina?.headers.location ?? '',
): Promise<string> {
  for (const [slug, campos] of pasos) {
    await n.ver(`${base}/${slug}`);
    const r = await n.enviar(`${base}/${slug}`, campos);
    if (r.statusCode !== 303) throw new Error(`${slug}: ${r.statusCode} ${mensajeDe(r.body)}`);
  }
  return presentar(n, base);
}

async function presentar(n: Navegador, base: string): Promise<string> {
  for (let i = 0; i < 40; i++) {
    const r = await n.ver(base);
    const a = r.headers.location ?? '';
    if (a.endsWith('/revision')) break;
    await n.ver(a);
    const campos: Record<string, string> = a.endsWith('/responsabilidades')
      ? { confirma: 'si' }
      : { respuesta: 'no' };
    await n.enviar(a, campos);
  }
  await n.ver(`${base}/revision`);
  const r = await n.enviar(`${base}/revision`);
  if (r.statusCode !== 303) throw new Error(`revision: ${r.statusCode} ${mensajeDe(r.body)}`);
  return r.headers.location ?? '';
}

/** What the page says went wrong. */
const mensajeDe = (html: string) =>
  /govuk-error-summary__list">(.*?)<\/ul>/.exec(html)?.[1] ?? html.slice(0, 300);

/** The code to that address, dictated to the official. */
export async function aceptar(o: OficinaDePrueba, n: Navegador, acto: string, correo: string) {
  // Codes of one address are told apart by when they were sent.
  o.reloj.avanzar(1_000);
  await n.ver(acto);
  await n.enviar(`${acto}/codigo`);
  await n.ver(acto);
  return n.enviar(acto, { codigo: await o.codigo(correo) });
}

/** Opens an act for whoever has that document. */
export async function atender(n: Navegador, clase: string, p: PersonaDePrueba) {
  await n.ver('/mesa/asistidos');
  return n.enviar('/mesa/asistidos', { clase, tipo: p.fila.tipo_documento, numero: p.fila.numero });
}

/** Somebody who registered a minute ago. */
export async function registrada(o: OficinaDePrueba): Promise<PersonaDePrueba> {
  const p = persona();
  await inscribirPersona(o, p);
  o.reloj.avanzar(61_000);
  return p;
}

/** The office gave them these, as a version of their RUT. */
export async function darResponsabilidades(
  o: OficinaDePrueba,
  p: PersonaDePrueba,
  codigos: string[],
): Promise<void> {
  const id = await idDePersona(o, p);
  await o.consultar(
    `select rut.insertar_version(gen_random_uuid(), $1, rut.nuevo_formulario(), '02',
       jsonb_set(v.registro, '{clasificacion,responsabilidades}', $2::jsonb),
       plataforma.nuevo_radicado('RU', 2026), sha256(gen_random_uuid()::text::bytea), $3)
     from rut.versiones v where v.titular_id = $1 and v.vigente`,
    [id, JSON.stringify(codigos), o.reloj.ahora()],
  );
}

export async function idDePersona(o: OficinaDePrueba, p: PersonaDePrueba): Promise<string> {
  const [f] = await o.consultar<{ id_publico: string }>(
    'select id_publico from rut.titular where numero_documento = $1',
    [p.fila.numero],
  );
  return idDe(o, f?.id_publico ?? '');
}

import type { RegistroRut } from '@autogestion/normas/rut';
import { expect } from 'vitest';
import { conContrasena } from './cuentas.ts';
import { inscribirEmpresa } from './empresa.ts';
import { inscribirPersona, persona, type PersonaDePrueba } from './inscripcion.ts';
import type { Navegador } from './navegador.ts';
import type { OficinaDePrueba } from './oficina.ts';

export type Paso = [slug: string, campos: Record<string, string>];

export interface Quien {
  p: PersonaDePrueba;
  n: Navegador;
  /** Of the taxpayer for whom they act. */
  titular: string;
}

/** Somebody registered, with a password, who has just proved it. */
export async function alguien(o: OficinaDePrueba): Promise<Quien> {
  const p = persona();
  await inscribirPersona(o, p);
  const { n, titular } = await conContrasena(o, p);
  return { p, n, titular };
}

export async function conEmpresa(o: OficinaDePrueba): Promise<Quien & { empresa: string }> {
  const quien = await alguien(o);
  const { idPublico } = await inscribirEmpresa(o, quien.p);
  return { ...quien, empresa: idPublico };
}

/** Opens a draft of an update. @returns its address */
export async function empezar(n: Navegador, titular: string): Promise<string> {
  await n.ver(`/de/${titular}/rut/actualizacion`);
  const r = await n.enviar(`/de/${titular}/rut/actualizacion`);
  expect(r.statusCode).toBe(303);
  return r.headers.location ?? '';
}

/** Answers each question as a browser without script does. */
export async function responder(n: Navegador, base: string, pasos: readonly Paso[]): Promise<void> {
  for (const [slug, campos] of pasos) {
    const vista = await n.ver(`${base}/${slug}`);
    expect([slug, vista.statusCode, vista.body.match(/<h1/g)?.length]).toEqual([slug, 200, 1]);
    const r = await n.enviar(`${base}/${slug}`, campos);
    expect([slug, r.statusCode, r.body]).toEqual([slug, 303, '']);
  }
}

export const SIN_DIA: Paso = ['cuando', {}];
export const MUDARSE: readonly Paso[] = [
  ['que-cambia', { cambios: 'direccion' }],
  ['departamento', { departamento: '05' }],
  ['municipio', { municipio: '05001' }],
  ['tipo-direccion', { tipo: 'sin-nomenclatura' }],
  ['direccion-libre', { direccion: 'Vereda Santa Elena, finca El Cedro' }],
];

/** That there is nothing more to tell of a list, after so many changes. */
export const noMas = (grupo: string, despuesDe = 1): Paso => [
  `${grupo}-otra-vez`,
  { otra: 'no', despuesDe: String(despuesDe) },
];

export const terminar = async (n: Navegador, base: string) => {
  await n.ver(`${base}/revision`);
  return n.enviar(`${base}/revision`);
};

/** From a page that still has its form: the review of what cannot be finished has no button. */
export const terminarIgual = async (n: Navegador, base: string) => {
  await n.ver(`${base}/cuando`);
  return n.enviar(`${base}/revision`);
};

export const versiones = (o: OficinaDePrueba, titular: string) =>
  o.consultar<{ numero: number; concepto: string; radicado: string; registro: Partial<RegistroRut> }>(
    `select v.numero, v.concepto, v.radicado, v.registro from rut.version v join rut.titular t on t.id = v.titular_id
     where t.id_publico = $1 order by v.numero`,
    [titular],
  );

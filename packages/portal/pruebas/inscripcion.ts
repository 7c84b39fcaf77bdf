import type { FilaIdentidad } from '../src/cuentas/index.ts';
import type { ClienteApi, RespuestaApi } from './navegador.ts';
import type { OficinaDePrueba } from './oficina.ts';

type Paso = [slug: string, campos: Record<string, string>];

/** A fictional person: what the identity registry knows and where their codes arrive. */
export interface PersonaDePrueba {
  fila: FilaIdentidad;
  correo: string;
  telefono: string;
}

let siguiente = 0;

/** Somebody nobody else in the run is; `cambios` are columns of the identity registry. */
export function persona(cambios: Partial<FilaIdentidad> = {}): PersonaDePrueba {
  const n = ++siguiente;
  return {
    fila: {
      tipo_documento: '13',
      numero: String(1_020_000_000 + n),
      primer_apellido: 'Muñoz',
      segundo_apellido: 'Ficticia',
      primer_nombre: 'Zoraida',
      otros_nombres: null,
      fecha_expedicion: '2014-03-27',
      municipio_expedicion: '11001',
      pais_expedicion: '169',
      fecha_nacimiento: '1990-05-04',
      fallecida_en: null,
      ...cambios,
    },
    correo: `persona.${n}@ejemplo.co`,
    telefono: String(3_000_000_000 + n),
  };
}

export function fechaEnCampos(fecha: string): Record<string, string> {
  const [anio = '', mes = '', dia = ''] = fecha.split('-');
  return { 'fecha-dia': dia, 'fecha-mes': mes, 'fecha-anio': anio };
}

export const documentoDe = ({ fila: f }: PersonaDePrueba) => ({ tipo: f.tipo_documento, numero: f.numero });
export const nombresDe = ({ fila: f }: PersonaDePrueba) => ({
  primerApellido: f.primer_apellido,
  segundoApellido: f.segundo_apellido ?? '',
  primerNombre: f.primer_nombre,
  otrosNombres: f.otros_nombres ?? '',
});

/** From the date of issue on: what anybody can answer. */
export const PASOS_FINALES: readonly Paso[] = [
  ['departamento', { departamento: '25' }],
  ['municipio', { municipio: '25754' }],
  ['tipo-direccion', { tipo: 'sin-nomenclatura' }],
  ['direccion-libre', { direccion: 'Vereda San Juan, finca La Esperanza' }],
  ['actividad', { actividad: '5613' }],
  ['inicio-actividad', fechaEnCampos('2026-01-15')],
  ['otra-actividad', { tiene: 'no' }],
  ['establecimientos', { cuantos: '0' }],
];

export interface Borrador {
  api: ClienteApi;
  borrador: string;
  base: string;
  guardar(
    slug: string,
    campos: Record<string, string>,
    cabeceras?: Record<string, string>,
  ): Promise<RespuestaApi>;
}

/** An open draft of whoever has just arrived, through the API. */
export async function abrirInscripcion(o: OficinaDePrueba): Promise<Borrador> {
  const api = o.api();
  const r = await api.pedir<{ borrador: string; token: string }>('POST', '/rut/inscripciones');
  api.token = r.cuerpo.token;
  const base = `/rut/inscripciones/${r.cuerpo.borrador}`;
  return {
    api,
    borrador: r.cuerpo.borrador,
    base,
    guardar: (slug, campos, cabeceras) => api.pedir('PUT', `${base}/pasos/${slug}`, campos, cabeceras),
  };
}

async function bien(r: Promise<RespuestaApi>, que: string): Promise<void> {
  const { estado, cuerpo } = await r;
  if (estado !== 200) throw new Error(`${que}: ${estado} ${JSON.stringify(cuerpo)}`);
}

/** Consent, e-mail and phone, both confirmed. */
export async function confirmarContacto(o: OficinaDePrueba, b: Borrador, p: PersonaDePrueba): Promise<void> {
  await bien(b.guardar('tratamiento-datos', { acepta: 'si' }), 'tratamiento-datos');
  await bien(b.guardar('correo', { correo: p.correo }), 'correo');
  await bien(b.guardar('codigo-correo', { codigo: await o.codigo(p.correo) }), 'codigo-correo');
  await bien(b.guardar('telefono', { telefono: p.telefono }), 'telefono');
  await bien(b.guardar('codigo-telefono', { codigo: await o.codigo(p.telefono) }), 'codigo-telefono');
}

/** A draft that stands before the date of issue of the document. */
export async function hastaIdentidad(o: OficinaDePrueba, p: PersonaDePrueba): Promise<Borrador> {
  const b = await abrirInscripcion(o);
  await confirmarContacto(o, b, p);
  await bien(b.guardar('documento', documentoDe(p)), 'documento');
  await bien(b.guardar('nombres', nombresDe(p)), 'nombres');
  return b;
}

export const comprobarIdentidad = (b: Borrador, fecha: string): Promise<RespuestaApi> =>
  b.guardar('fecha-expedicion', fechaEnCampos(fecha));

/** A draft with nothing left to ask. */
export async function hastaRevision(o: OficinaDePrueba, p: PersonaDePrueba): Promise<Borrador> {
  const b = await hastaIdentidad(o, p);
  await bien(comprobarIdentidad(b, p.fila.fecha_expedicion), 'fecha-expedicion');
  for (const [slug, campos] of PASOS_FINALES) await bien(b.guardar(slug, campos), slug);
  await responderPreguntas(b);
  return b;
}

/** The questions of the law's questionnaire that apply, all «no», and the confirmation of what follows. */
async function responderPreguntas(b: Borrador): Promise<void> {
  for (;;) {
    const { cuerpo } = await b.api.pedir<{ siguiente: string | null }>('GET', b.base);
    if (cuerpo.siguiente === null) return;
    const campos: Record<string, string> =
      cuerpo.siguiente === 'responsabilidades' ? { confirma: 'si' } : { respuesta: 'no' };
    await bien(b.guardar(cuerpo.siguiente, campos), cuerpo.siguiente);
  }
}

export interface Inscrita {
  titular: string;
  nit: string;
  dv: number;
  radicado: string;
  formulario: string;
  hash: string;
  copia: string;
  token: string;
}

export const terminar = (b: Borrador): Promise<RespuestaApi> => b.api.pedir('POST', `${b.base}/terminar`);

/** Registers somebody from the first page to the receipt, through the API. */
export async function inscribirPersona(
  o: OficinaDePrueba,
  p: PersonaDePrueba = persona(),
): Promise<Inscrita> {
  await o.identificar(p.fila);
  const r = await terminar(await hastaRevision(o, p));
  if (r.estado !== 200) throw new Error(`terminar: ${r.estado} ${JSON.stringify(r.cuerpo)}`);
  return r.cuerpo as unknown as Inscrita;
}

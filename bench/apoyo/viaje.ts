import { respuestaDe } from '../../e2e/apoyo/inscripcion.ts';
import { comoCsv, persona, type Persona } from '../../e2e/apoyo/personas.ts';
import type { Base } from './base.ts';
import { ipDe, pedirJson } from './cliente.ts';

const API = '/api/v1/rut/inscripciones';

/** A draft and the secret of the session that may write it. */
export interface Abierto {
  borrador: string;
  token: string;
}

export interface Inscrita {
  titular: string;
  nit: string;
  copia: string;
  token: string;
}

/** Loads people `desde`… of the tests into the identity registry. */
export async function cargarIdentidades(base: Base, desde: number, cuantas: number): Promise<void> {
  const [columnas = '', ...filas] = comoCsv(Array.from({ length: cuantas }, (_, i) => persona(desde + i)))
    .trim()
    .split('\n');
  const nombres = columnas.split(',');
  const objetos = filas.map((fila) =>
    Object.fromEntries(fila.split(',').map((valor, i) => [nombres[i] ?? '', valor || null])),
  );
  await base.sql(
    `insert into cuentas.registro_identidad
     select * from jsonb_populate_recordset(null::cuentas.registro_identidad, $1::jsonb)`,
    [JSON.stringify(objetos)],
  );
}

/** The code that was sent last to an address, read where the office left it for sending. */
export async function ultimoCodigo(base: Base, destino: string): Promise<string> {
  const [mensaje] = await base.sql<{ texto: string }>(
    'select texto from plataforma.mensaje where destino = $1 order by creado_en desc limit 1',
    [destino],
  );
  const codigo = /\bes ([0-9A-Z]{6})\./.exec(mensaje?.texto ?? '')?.[1];
  if (!codigo) throw new Error(`No hay código para ${destino}`);
  return codigo;
}

/** Where the code of a step was sent; undefined where the step asks for none. */
export const destinoDelCodigo = (paso: string, p: Persona): string | undefined =>
  ({ 'codigo-correo': p.correo, 'codigo-telefono': p.telefono })[paso];

/**
 * The whole registration through the API but its end: opens a draft and answers every step.
 * @param alPedir called after each request with the step that it answered (`abrir` first).
 */
export async function caminarHastaElFinal(
  url: string,
  base: Base,
  n: number,
  alPedir: (paso: string) => void = () => undefined,
): Promise<Abierto> {
  const p = persona(n);
  const ip = ipDe(n);
  const abierto = await pedirJson<Abierto>(url + API, { metodo: 'POST', cuerpo: {}, ip, espera: 201 });
  alPedir('abrir');
  let paso: string | null = 'tratamiento-datos';
  while (paso !== null) {
    const destino = destinoDelCodigo(paso, p);
    const cuerpo = destino ? { codigo: await ultimoCodigo(base, destino) } : await respuestaDe(url, paso, p);
    const guardado: { siguiente: string | null } = await pedirJson(
      `${url}${API}/${abierto.borrador}/pasos/${paso}`,
      { metodo: 'PUT', cuerpo, token: abierto.token, ip, espera: 200 },
    );
    alPedir(paso);
    paso = guardado.siguiente;
  }
  return abierto;
}

export const terminar = (url: string, a: Abierto): Promise<Inscrita> =>
  pedirJson(`${url}${API}/${a.borrador}/terminar`, {
    metodo: 'POST',
    cuerpo: {},
    token: a.token,
    espera: 200,
  });

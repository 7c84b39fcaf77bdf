import { declaranteDe, empezar, type Declarante } from './declaraciones.ts';
import { deudoraSinDeudas } from './oficina-con-deudas.ts';
import type { OficinaDePrueba } from './oficina.ts';
import { actualizarRut } from './verificados.ts';

/**
 * Somebody in the SIMPLE, about to file.
 * @param desdeAntes so was already the first version of their RUT that the office knows
 */
export async function delSimple(o: OficinaDePrueba, cambios = {}, desdeAntes = false): Promise<Declarante> {
  const d = await deudoraSinDeudas(o, cambios);
  await actualizarRut(o, { titular: d.inscrita.titular }, () => ({ responsabilidades: ['47', '49'] }));
  if (desdeAntes)
    await o.consultar(
      `alter table rut.version disable trigger user;
       update rut.version v set registro = jsonb_set(registro, '{clasificacion,responsabilidades}', '["47","49"]')
         where v.titular_id = '${d.id}';
       alter table rut.version enable trigger user;`,
    );
  return declaranteDe(o, d);
}

/** Begins a receipt of 2026. @returns the address of its draft */
export const empezarRecibo = (q: Declarante, periodo = 'ene-feb'): Promise<string> =>
  empezar(q, { formulario: '2593', anio: 2026, periodo });

export const TIENDA = {
  'celda-codigo': '25754',
  'celda-ciiu': '4711',
  'celda-ingresos': '40.000.000',
  'celda-tarifaPorMil': '5,5',
};

/** Adds a row of the municipal annex. */
export async function agregarFila(
  { n }: Declarante,
  borrador: string,
  fila: Record<string, string> = TIENDA,
) {
  const camino = `${borrador}/anexos/municipios/filas/nueva`;
  await n.ver(camino);
  return n.enviar(camino, fila);
}

/** Writes boxes of a section. */
export async function escribir({ n }: Declarante, camino: string, casillas: Record<string, string>) {
  await n.ver(camino);
  return n.enviar(camino, casillas);
}

import { COMPLEMENTOS, VIAS } from './nomenclatura.ts';

const NOMBRE_DE_VIA = new Map(VIAS.map((v) => [v.codigo, v.nombre]));
const NOMBRE_DE_COMPLEMENTO = new Map(
  COMPLEMENTOS.map((c) => [c.codigo, c.nombre.toLocaleLowerCase('es-CO')]),
);

/** An address as one says it, out of the conventions of the RUT: `CL 13 A # 5 - 20 AP 301` → `Calle 13 A # 5 - 20 apartamento 301`. */
export function direccionLegible(direccion: string): string {
  const [primera = '', ...resto] = direccion.split(' ');
  const via = NOMBRE_DE_VIA.get(primera);
  if (via === undefined) return direccion;
  return [via, ...resto.map((p) => NOMBRE_DE_COMPLEMENTO.get(p) ?? p)].join(' ');
}

import {
  direccionLegible,
  leerDireccion,
  normalizarDireccion,
  type CampoDireccion,
} from '@autogestion/normas/direccion';

const FALTA: Partial<Record<CampoDireccion, string>> = {
  via: 'si es calle, carrera, diagonal…',
  numero: 'el número o el nombre de la vía',
  generadora: 'el número después del #',
  placa: 'el número después del guion',
};

/** How an address in one line is understood, for whoever is writing it; nothing while there is nothing to tell. */
export function direccionLeida(texto: string): string {
  const { faltas } = leerDireccion(texto);
  if (faltas.length === 0) return `La leemos así: ${direccionLegible(normalizarDireccion(texto))}.`;
  const faltan = [...new Set(faltas.flatMap(({ campo }) => FALTA[campo] ?? []))];
  if (faltan.length === 0 || faltan.length === Object.keys(FALTA).length) return '';
  const ultima = faltan.pop() ?? '';
  return `Falta ${faltan.length === 0 ? ultima : `${faltan.join(', ')} y ${ultima}`}.`;
}

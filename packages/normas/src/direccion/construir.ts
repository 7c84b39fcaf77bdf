import { bien } from '../resultado/index.ts';
import type { Resultado } from '../resultado/index.ts';
import { tieneCaracteresDeControl } from '../texto/index.ts';
import { COMPLEMENTOS, CUADRANTES, VIAS } from './nomenclatura.ts';
import type { Cuadrante } from './nomenclatura.ts';

/** An urban address, part by part: `CL 13 A BIS SUR # 5 - 20 AP 301`. */
export interface PartesDireccion {
  /** Convention of a road: `CL`, `CR`, `DG`… */
  via: string;
  /** Number or name of the road: `13`, `El Dorado`. */
  numero: string;
  letra?: string;
  bis?: boolean;
  cuadrante?: Cuadrante;
  /** Number of the crossing road, after the `#`. */
  generadora: string;
  letraGeneradora?: string;
  bisGeneradora?: boolean;
  cuadranteGeneradora?: Cuadrante;
  /** Distance to the corner, after the hyphen. */
  placa: string;
  complementos?: readonly ComplementoDireccion[];
}

export interface ComplementoDireccion {
  /** Convention of a complement: `AP`, `TO`, `BR`… */
  clase: string;
  texto: string;
}

export type CampoDireccion = keyof PartesDireccion;
export type CodigoErrorPartes = 'falta' | 'no-esta-en-la-tabla' | 'forma' | 'letra' | 'largo';

const NUMERO = /^[0-9]{1,4}$/;
const LETRA = /^[A-ZÑ]{1,2}$/;
const LARGO_COMPLEMENTO = 40;

/** The address as the RUT prints it, or the first part that does not fit. */
export function construirDireccion(
  partes: PartesDireccion,
): Resultado<string, CodigoErrorPartes, { campo: CampoDireccion }> {
  const falla = (campo: CampoDireccion, codigo: CodigoErrorPartes, mensaje: string) =>
    ({ ok: false, codigo, mensaje, campo }) as const;

  if (!VIAS.some((v) => v.codigo === partes.via)) {
    return falla('via', 'no-esta-en-la-tabla', 'Elija el tipo de vía de la lista: calle, carrera, diagonal…');
  }
  const numero = limpiar(partes.numero);
  if (numero === '') return falla('numero', 'falta', 'Escriba el número o el nombre de la vía.');
  if (!NUMERO.test(numero) && !esNombre(numero)) {
    return falla('numero', 'forma', 'El número de la vía tiene hasta cuatro cifras; la letra va aparte.');
  }
  const generadora = limpiar(partes.generadora);
  if (!NUMERO.test(generadora)) {
    return falla(
      'generadora',
      generadora === '' ? 'falta' : 'forma',
      'Después del # va un número de hasta cuatro cifras.',
    );
  }
  const placa = limpiar(partes.placa);
  if (!NUMERO.test(placa)) {
    return falla(
      'placa',
      placa === '' ? 'falta' : 'forma',
      'Después del guion va un número de hasta cuatro cifras.',
    );
  }
  for (const campo of ['letra', 'letraGeneradora'] as const) {
    const letra = limpiar(partes[campo] ?? '').toUpperCase();
    if (letra !== '' && !LETRA.test(letra))
      return falla(campo, 'letra', 'Escriba una o dos letras, por ejemplo A.');
  }
  for (const campo of ['cuadrante', 'cuadranteGeneradora'] as const) {
    const cuadrante = partes[campo];
    if (cuadrante !== undefined && !CUADRANTES.includes(cuadrante)) {
      return falla(campo, 'no-esta-en-la-tabla', 'Elija norte, sur, este u oeste.');
    }
  }
  for (const { clase, texto } of partes.complementos ?? []) {
    if (!COMPLEMENTOS.some((c) => c.codigo === clase)) {
      return falla(
        'complementos',
        'no-esta-en-la-tabla',
        'Elija el complemento de la lista: apartamento, torre, barrio…',
      );
    }
    if (tieneCaracteresDeControl(texto) || /[<>]/.test(texto)) {
      return falla('complementos', 'forma', 'El complemento tiene caracteres que no van en una dirección.');
    }
    if (limpiar(texto).length > LARGO_COMPLEMENTO) {
      return falla(
        'complementos',
        'largo',
        `Cada complemento puede tener hasta ${LARGO_COMPLEMENTO} caracteres.`,
      );
    }
  }

  const via = [
    partes.via,
    numero,
    limpiar(partes.letra ?? '').toUpperCase(),
    partes.bis && 'BIS',
    partes.cuadrante,
  ];
  const cruce = [
    generadora,
    limpiar(partes.letraGeneradora ?? '').toUpperCase(),
    partes.bisGeneradora && 'BIS',
    partes.cuadranteGeneradora,
  ];
  const complementos = (partes.complementos ?? []).flatMap(({ clase, texto }) => [clase, limpiar(texto)]);
  const piezas = [...via, '#', ...cruce, '-', placa, ...complementos];
  return bien(piezas.filter((p) => typeof p === 'string' && p !== '').join(' '));
}

function limpiar(texto: string): string {
  return texto.trim().replace(/\s+/g, ' ');
}

function esNombre(texto: string): boolean {
  return texto.length <= 40 && /^[\p{L}][\p{L}\p{N} .'-]*$/u.test(texto);
}

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
  /** Letter after BIS: `CL 40 BIS A SUR`. */
  letraBis?: string;
  cuadrante?: Cuadrante;
  /** Number of the crossing road, after the `#`. */
  generadora: string;
  letraGeneradora?: string;
  bisGeneradora?: boolean;
  letraBisGeneradora?: string;
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

/** What is wrong with a part. */
export interface FaltaDeDireccion {
  campo: CampoDireccion;
  codigo: CodigoErrorPartes;
  mensaje: string;
}

/** Everything that is wrong, in the order of the parts: whoever mends them sees it at once. */
export function faltasDeDireccion(partes: PartesDireccion): FaltaDeDireccion[] {
  const faltas: FaltaDeDireccion[] = [];
  const falta = (campo: CampoDireccion, codigo: CodigoErrorPartes, mensaje: string) =>
    void faltas.push({ campo, codigo, mensaje });

  if (!VIAS.some((v) => v.codigo === partes.via))
    falta('via', 'no-esta-en-la-tabla', 'Elija el tipo de vía de la lista: calle, carrera, diagonal…');
  const numero = limpiar(partes.numero);
  if (numero === '') falta('numero', 'falta', 'Escriba el número o el nombre de la vía.');
  else if (!NUMERO.test(numero) && !esNombre(numero))
    falta('numero', 'forma', 'El número de la vía tiene hasta cuatro cifras; la letra va aparte.');
  for (const [campo, donde] of [
    ['generadora', 'Después del #'],
    ['placa', 'Después del guion'],
  ] as const) {
    const escrito = limpiar(partes[campo]);
    if (!NUMERO.test(escrito))
      falta(campo, escrito === '' ? 'falta' : 'forma', `${donde} va un número de hasta cuatro cifras.`);
  }
  for (const campo of ['letra', 'letraBis', 'letraGeneradora', 'letraBisGeneradora'] as const) {
    const letra = limpiar(partes[campo] ?? '').toUpperCase();
    if (letra !== '' && !LETRA.test(letra)) falta(campo, 'letra', 'Escriba una o dos letras, por ejemplo A.');
  }
  for (const campo of ['cuadrante', 'cuadranteGeneradora'] as const) {
    const cuadrante = partes[campo];
    if (cuadrante !== undefined && !CUADRANTES.includes(cuadrante))
      falta(campo, 'no-esta-en-la-tabla', 'Elija norte, sur, este u oeste.');
  }
  for (const { clase, texto } of partes.complementos ?? []) {
    if (!COMPLEMENTOS.some((c) => c.codigo === clase))
      falta(
        'complementos',
        'no-esta-en-la-tabla',
        'Elija el complemento de la lista: apartamento, torre, barrio…',
      );
    else if (tieneCaracteresDeControl(texto) || /[<>]/.test(texto))
      falta('complementos', 'forma', 'El complemento tiene caracteres que no van en una dirección.');
    else if (limpiar(texto).length > LARGO_COMPLEMENTO)
      falta('complementos', 'largo', `Cada complemento puede tener hasta ${LARGO_COMPLEMENTO} caracteres.`);
  }
  return faltas;
}

/** The address as the RUT prints it, or the first part that does not fit. */
export function construirDireccion(
  partes: PartesDireccion,
): Resultado<string, CodigoErrorPartes, { campo: CampoDireccion }> {
  const [primera] = faltasDeDireccion(partes);
  return primera ? { ok: false, ...primera } : bien(escribirPartes(partes));
}

function escribirPartes(partes: PartesDireccion): string {
  const mayuscula = (letra: string | undefined) => limpiar(letra ?? '').toUpperCase();
  const piezas = [
    partes.via,
    limpiar(partes.numero),
    mayuscula(partes.letra),
    partes.bis && 'BIS',
    mayuscula(partes.letraBis),
    partes.cuadrante,
    '#',
    limpiar(partes.generadora),
    mayuscula(partes.letraGeneradora),
    partes.bisGeneradora && 'BIS',
    mayuscula(partes.letraBisGeneradora),
    partes.cuadranteGeneradora,
    '-',
    limpiar(partes.placa),
    ...(partes.complementos ?? []).flatMap(({ clase, texto }) => [clase, limpiar(texto)]),
  ];
  return piezas.filter((p) => typeof p === 'string' && p !== '').join(' ');
}

function limpiar(texto: string): string {
  return texto.trim().replace(/\s+/g, ' ');
}

function esNombre(texto: string): boolean {
  return texto.length <= 40 && /^[\p{L}][\p{L}\p{N} .'-]*$/u.test(texto);
}

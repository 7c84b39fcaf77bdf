import { separarMiles } from '@autogestion/normas/nit';
import {
  filas,
  type BloqueImpreso,
  type CasillaImpresa,
  type HojaDispuesta,
} from '../formulario-impreso/index.ts';
import { AVISOS } from './base.ts';
import type { Diferencia } from './tipos.ts';

const CLAVE_DIFERENCIAS = 'diferencias';
const DIFERENCIAS = 'Diferencias con lo que otros reportaron';

/** The annex of what others reported and the return says otherwise. */
export const HOJA_DE_DIFERENCIAS: HojaDispuesta = {
  clave: CLAVE_DIFERENCIAS,
  nombre: 'anexo de diferencias',
  avisos: [...AVISOS.slice(0, 1), `${DIFERENCIAS}, y por qué. ${AVISOS[1] ?? ''}`],
  secciones: [
    {
      nombre: DIFERENCIAS,
      repetida: true,
      filas: filas('que:12 reportado:6:cifra declarado:6:cifra', 'razon:24'),
    },
  ],
};

export function bloquesDeDiferencias(diferencias: readonly Diferencia[]): BloqueImpreso[] {
  const casilla = (numero: string, nombre: string, valor: bigint | string): CasillaImpresa => ({
    numero,
    nombre,
    seccion: DIFERENCIAS,
    valor: typeof valor === 'bigint' ? separarMiles(String(valor)) : valor,
  });
  return diferencias.map(({ que, reportado, declarado, razon }, i) => ({
    hoja: CLAVE_DIFERENCIAS,
    nombre: `Diferencia ${i + 1} de ${diferencias.length}`,
    casillas: [
      casilla('que', 'Qué', que),
      casilla('reportado', 'Lo que otro reportó', reportado),
      casilla('declarado', 'Lo que usted declara', declarado),
      casilla('razon', 'Por qué', razon),
    ],
  }));
}

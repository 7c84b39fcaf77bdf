import { pais as deCodigo, PAISES } from '@autogestion/normas/geografia';
import { linea } from '../../plataforma/index.ts';
import { Selector } from '../componentes/index.ts';
import { deUnCampo } from './de-un-campo.tsx';
import type { Comun, Pregunta } from './pregunta.ts';

/** A country: its code in the DIAN's table. */
export const pais = <D,>(o: Comun<string, D> = {}): Pregunta<string, D> =>
  deUnCampo(o, {
    campo: 'pais',
    esquema: linea.refine((v) => deCodigo(v) !== undefined, { error: 'Elija el país.' }),
    control: (p) => (
      <Selector {...p} conBusqueda opciones={PAISES.map((x) => ({ valor: x.codigo, texto: x.nombre }))} />
    ),
    decir: (v) => deCodigo(v)?.nombre ?? v,
    escribir: (v) => v,
    ejemplos: ['169'],
    erroneos: ['', '000'],
  });

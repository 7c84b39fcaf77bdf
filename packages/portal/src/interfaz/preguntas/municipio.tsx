import {
  municipio as deCodigo,
  MUNICIPIOS,
  municipiosDe,
  nombreCompleto,
} from '@autogestion/normas/geografia';
import { linea } from '../../plataforma/index.ts';
import { Selector } from '../componentes/index.ts';
import { deUnCampo, type Opcional } from './de-un-campo.tsx';
import type { Comun, Pregunta } from './pregunta.ts';

interface OpcionesDeMunicipio<D> extends Comun<string, D>, Opcional {
  /** Only those of a department: its code. */
  departamento?: (d: D) => string | undefined;
  /** The empty option. */
  vacia?: string;
}

/** A municipality of Colombia: its DIVIPOLA code. */
export const municipio = <D,>(o: OpcionesDeMunicipio<D> = {}): Pregunta<string, D> => {
  const { departamento } = o;
  return deUnCampo(o, {
    campo: 'municipio',
    esquema: linea.refine((v) => (o.opcional && v === '') || deCodigo(v) !== undefined, {
      error: 'Elija el municipio.',
    }),
    ...(departamento && {
      admite: (v: string, d: D, campo: string) =>
        deCodigo(v)?.departamento === departamento(d)
          ? undefined
          : { [campo]: 'Ese municipio no es del departamento que eligió. Elija otro.' },
    }),
    control: (p, c) => (
      <Selector
        {...p}
        conBusqueda
        {...(o.opcional && { opcional: true })}
        {...(o.vacia && { vacia: o.vacia })}
        opciones={
          departamento
            ? municipiosDe(departamento(c.datos) ?? '').map((m) => ({ valor: m.codigo, texto: m.nombre }))
            : MUNICIPIOS.map((m) => ({ valor: m.codigo, texto: nombreCompleto(m) }))
        }
      />
    ),
    decir: (v) => {
      const m = deCodigo(v);
      return m ? nombreCompleto(m) : (o.ninguno ?? v);
    },
    escribir: (v) => v,
    ejemplos: ['25754'],
    erroneos: [...(o.opcional ? [] : ['']), '00000'],
  });
};

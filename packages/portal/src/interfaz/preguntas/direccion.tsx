import { analizarDireccion } from '@autogestion/normas/direccion';
import { linea as renglon } from '../../plataforma/index.ts';
import { CampoTexto } from '../componentes/index.ts';
import { deUnCampo, siEscribe, type Opcional } from './de-un-campo.tsx';
import { leidoPor, type Comun, type Pregunta } from './pregunta.ts';

interface OpcionesDeDireccion<D> extends Comun<string, D>, Opcional {
  /** Not of whoever writes it: the browser does not fill in theirs. */
  ajena?: boolean;
}

/** An address in one line, with or without street and number, as the RUT writes it. */
export const direccion = <D,>(o: OpcionesDeDireccion<D> = {}): Pregunta<string, D> =>
  deUnCampo(o, {
    campo: 'direccion',
    esquema: siEscribe(o, leidoPor(renglon, analizarDireccion)),
    control: (p) => (
      <CampoTexto {...p} {...(o.opcional && { opcional: true })} {...(o.ajena && { autocompletar: 'off' })} />
    ),
    decir: (v) => v || (o.ninguno ?? 'Ninguna'),
    escribir: (v) => v,
    ejemplos: ['Calle 13 # 5 - 20'],
    erroneos: [...(o.opcional ? [] : ['']), '<b>'],
  });

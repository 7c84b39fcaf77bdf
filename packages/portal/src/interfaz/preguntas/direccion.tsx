import { analizarDireccion } from '@autogestion/normas/direccion';
import { linea } from '../../plataforma/index.ts';
import { CampoTexto } from '../componentes/index.ts';
import { deUnCampo } from './de-un-campo.tsx';
import { leidoPor, type Comun, type Pregunta } from './pregunta.ts';

/** An address in one line, with or without street and number, as the RUT writes it. */
export const direccion = <D,>(o: Comun<string, D> = {}): Pregunta<string, D> =>
  deUnCampo(o, {
    campo: 'direccion',
    esquema: leidoPor(linea, analizarDireccion),
    control: (p) => <CampoTexto {...p} />,
    decir: (v) => v,
    escribir: (v) => v,
    ejemplos: ['Calle 13 # 5 - 20'],
    erroneos: ['', '<b>'],
  });

import { redirigir, ruta, unaSolaVez, type Ruta } from '../../plataforma/index.ts';
import { deBorrador } from '../llenar/index.ts';
import { DE_DECLARACIONES } from '../politicas.ts';
import { DE_PRESENTADA, PRESENTADA } from '../presentar/index.ts';
import { abrirCorreccion } from './abrir-correccion.ts';

/** Beginning a correction of a return that stands. */
export const rutasDeCorregir: readonly Ruta[] = [
  ruta({
    acceso: 'titular',
    parametros: DE_PRESENTADA,
    nombre: 'declaraciones.corregir',
    metodo: 'POST',
    camino: `${PRESENTADA}/corregir`,
    intento: 'guardar-declaracion',
    ambito: DE_DECLARACIONES.llenar,
    porMinuto: 30,
    async manejar(p) {
      const { titular, declaracion } = p.parametros;
      const borrador = await p.enTransaccion((trx) =>
        unaSolaVez(
          trx,
          { ...p, cuerpo: p.escrito },
          async () => (await abrirCorreccion(trx, declaracion)).idPublico,
        ),
      );
      return redirigir(deBorrador(titular, borrador));
    },
  }),
];

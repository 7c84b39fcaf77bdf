import { z } from 'zod';
import { redirigir, ruta, unaSolaVez, type Ruta } from '../../plataforma/index.ts';
import { deBorrador } from '../llenar/index.ts';
import { DE_DECLARACIONES } from '../politicas.ts';
import { abrirCorreccion } from './abrir-correccion.ts';

/** Beginning a correction of a return that stands. */
export const rutasDeCorregir: readonly Ruta[] = [
  ruta({
    acceso: 'titular',
    parametros: z.object({ titular: z.string(), declaracion: z.string().regex(/^[0-9a-z]{26}$/) }),
    nombre: 'declaraciones.corregir',
    metodo: 'POST',
    camino: '/de/:titular/declaraciones/presentadas/:declaracion/corregir',
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

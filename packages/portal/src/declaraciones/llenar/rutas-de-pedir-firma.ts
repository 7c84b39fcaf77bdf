import { redirigir, ruta, type Ruta } from '../../plataforma/index.ts';
import { DE_DECLARACIONES } from '../politicas.ts';
import { deBorrador } from './direcciones.ts';
import { BASE, DE_BORRADOR } from './lo-comun.ts';
import { pedirFirma } from './pedir-firma.ts';

/** Whoever prepares for another asks them to sign. */
export const rutasDePedirFirma = (e: { urlPublica: string }): readonly Ruta[] => [
  ruta({
    acceso: 'titular',
    parametros: DE_BORRADOR,
    nombre: 'declaraciones.pedir-firma',
    metodo: 'POST',
    camino: `${BASE}/pedir-firma`,
    ambito: DE_DECLARACIONES.llenar,
    porMinuto: 30,
    async manejar(p) {
      const { titular, sinPresentar } = p.parametros;
      const revision = `${deBorrador(titular, sinPresentar)}/revision`;
      await p.enTransaccion((trx) =>
        pedirFirma(trx, { idPublico: sinPresentar, donde: `${e.urlPublica}${revision}` }),
      );
      return redirigir(revision);
    },
  }),
];

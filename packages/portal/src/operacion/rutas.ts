import { leerBuzonLocal, pagina, ruta, type Ruta } from '../plataforma/index.ts';
import { DESTINO, paginaBuzon } from './paginas/buzon.tsx';
import { rutasSellos } from './rutas-sellos.ts';

/** Operators' pages. The mailbox exists only in the demonstration, where messages go nowhere else. */
export function rutasOperacion(o: { conBuzon: boolean }): Ruta[] {
  if (!o.conBuzon) return rutasSellos;
  return [
    ...rutasSellos,
    ruta({
      nombre: 'operacion.buzon',
      metodo: 'GET',
      camino: '/operacion/buzon',
      acceso: 'publico',
      manejar: async (p) =>
        pagina(paginaBuzon({ mensajes: await p.enTransaccion((trx) => leerBuzonLocal(trx)) })),
    }),
    ruta({
      nombre: 'operacion.buscar-en-buzon',
      metodo: 'POST',
      camino: '/operacion/buzon',
      acceso: 'publico',
      cuerpo: DESTINO.esquema,
      async manejar(p) {
        const destino = p.cuerpo;
        const mensajes = await p.enTransaccion((trx) => leerBuzonLocal(trx, destino || undefined));
        return pagina(paginaBuzon({ mensajes, destino }));
      },
    }),
  ];
}

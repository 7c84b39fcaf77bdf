import { errores, leerBuzonLocal, pagina, ruta, type Peticion, type Ruta } from '../plataforma/index.ts';
import { DESTINO, paginaBuzon } from './paginas/buzon.tsx';
import { rutasIntentos } from './rutas-intentos.ts';
import { rutasSellos } from './rutas-sellos.ts';

/**
 * Operators' pages. The mailbox exists only in the demonstration, where messages go nowhere else.
 * @param o.paraTodos it answers to other machines too. Otherwise an office that was put on a network without saying
 * that it is a demonstration would show everybody's codes
 */
export function rutasOperacion(o: { conBuzon: boolean; paraTodos: boolean }): Ruta[] {
  const deOperadores = [...rutasSellos, ...rutasIntentos];
  if (!o.conBuzon) return deOperadores;
  const exigirCerca = (p: Pick<Peticion, 'deEstaMaquina'>) => {
    if (!o.paraTodos && !p.deEstaMaquina) throw errores.noEncontrado();
  };
  return [
    ...deOperadores,
    ruta({
      nombre: 'operacion.buzon',
      metodo: 'GET',
      camino: '/operacion/buzon',
      acceso: 'publico',
      async manejar(p) {
        exigirCerca(p);
        return pagina(paginaBuzon({ mensajes: await p.enTransaccion((trx) => leerBuzonLocal(trx)) }));
      },
    }),
    ruta({
      nombre: 'operacion.buscar-en-buzon',
      metodo: 'POST',
      camino: '/operacion/buzon',
      acceso: 'publico',
      cuerpo: DESTINO.esquema,
      async manejar(p) {
        exigirCerca(p);
        const destino = p.cuerpo;
        const mensajes = await p.enTransaccion((trx) => leerBuzonLocal(trx, destino || undefined));
        return pagina(paginaBuzon({ mensajes, destino }));
      },
    }),
  ];
}

import {
  auditar,
  errores,
  type Archivos,
  type EnTransaccion,
  type Respuesta,
  type Transaccion,
} from '../../plataforma/index.ts';
import type { Reclamo } from './consultas.ts';

/** With what a file of somebody else is read, once it is known that whoever asks may. */
export interface EntornoDePruebas {
  archivos: Archivos;
  comoPropietario: EnTransaccion;
}

/**
 * One of the files that came with what somebody said. Whoever reported it, and an official, read what is somebody else's: the
 * reading is written down for its owner. @param cargar what lets them in, or throws
 */
export async function leerPrueba(
  e: EntornoDePruebas,
  enTransaccion: <T>(obra: (trx: Transaccion) => Promise<T>) => Promise<T>,
  { prueba, cargar }: { prueba: string; cargar: (trx: Transaccion) => Promise<Reclamo> },
): Promise<Respuesta> {
  const hallada = await enTransaccion(async (trx) => {
    const r = await cargar(trx);
    const suya = r.pruebas.find((p) => p.idPublico === prueba);
    if (!suya) throw errores.noEncontrado();
    await auditar(trx, {
      accion: 'terceros.descargar-prueba',
      persona: r.titular,
      objeto: `prueba:${suya.idPublico}`,
    });
    return suya;
  });
  const { contenido } = await e.comoPropietario({ tipo: 'sistema', trabajo: 'terceros.leer-prueba' }, (trx) =>
    e.archivos.leer(trx, hallada.archivo),
  );
  return { tipo: 'archivo', contenido, media: hallada.media, nombre: hallada.nombre };
}

import { z } from 'zod';
import {
  errores,
  FORMA_RADICADO,
  pagina,
  ruta,
  type Archivos,
  type Peticion,
  type Ruta,
  type Transaccion,
} from '../plataforma/index.ts';
import { estadoConFecha, loDeHoy, versionVigente } from '../rut/index.ts';
import { descargarSellado, type Autoridad } from '../sello/index.ts';
import { actoPorRadicado } from './consultas.ts';
import { documentoDelActo } from './documento.ts';
import { erroresDeFirma } from './errores.ts';
import { listaAlDia } from './lista.ts';
import { paginaFirmado } from './paginas/firmado.tsx';
import { paginaPolitica } from './paginas/politica.tsx';

const ACTO = z.object({ titular: z.string(), firmado: z.string().regex(FORMA_RADICADO) });
type PedidoDeActo = Peticion<z.output<typeof ACTO>>;

/** What anyone may know of the signatures, and the receipts of those who acted. */
export function rutasDeActos(o: { autoridad: Autoridad; archivos: Archivos }): Ruta[] {
  const cargar = async (trx: Transaccion, p: PedidoDeActo) => {
    const acto = await actoPorRadicado(trx, p.parametros.firmado);
    if (!acto || acto.titular !== p.titular) throw errores.noEncontrado();
    return { acto, documento: await documentoDelActo(trx, acto.titular, acto.id) };
  };
  return [
    ruta({
      nombre: 'firma.lista',
      metodo: 'GET',
      camino: '/firma/revocados.crl',
      acceso: 'publico',
      sinMirarQuien: true,
      porMinuto: 60,
      // Never an old one: with a list older than a signature nobody can say that the signature is valid.
      manejar: async (p) => ({
        tipo: 'archivo',
        contenido: Buffer.from(await p.enTransaccion((trx) => listaAlDia(trx, o.autoridad))),
        media: 'application/pkix-crl',
        nombre: 'revocados.crl',
      }),
    }),
    ruta({
      nombre: 'firma.politica',
      metodo: 'GET',
      camino: '/firma/politica',
      acceso: 'publico',
      manejar: async () => pagina(paginaPolitica()),
    }),
    ruta({
      nombre: 'firma.firmado',
      metodo: 'GET',
      camino: '/de/:titular/firmados/:firmado',
      acceso: 'titular',
      parametros: ACTO,
      manejar: (p) =>
        p.enTransaccion(async (trx) => {
          const version = await versionVigente(trx, p.titular);
          if (!version) throw errores.noEncontrado();
          const base = `/de/${p.parametros.titular}`;
          const estado = await estadoConFecha(trx, p.titular);
          const { porFirmar } = await loDeHoy(trx, { base, version, estado });
          return pagina(paginaFirmado({ ...(await cargar(trx, p)), porFirmar, camino: p.camino, base }));
        }),
    }),
    ruta({
      nombre: 'firma.descargar-firmado',
      metodo: 'GET',
      camino: '/de/:titular/firmados/:firmado/documento',
      acceso: 'titular',
      parametros: ACTO,
      manejar: (p) =>
        p.enTransaccion(async (trx) => {
          const { documento: d } = await cargar(trx, p);
          return descargarSellado(trx, d, {
            archivos: o.archivos,
            accion: 'firma.descargar-firmado',
            sinSellar: erroresDeFirma.sinSellar,
          });
        }),
    }),
  ];
}

import { formatearNit } from '@autogestion/normas/nit';
import { calidadRepresentacion } from '@autogestion/normas/rut';
import { nombreLegible } from '@autogestion/normas/texto';
import { llamar, type Ambito, type Titulo, type Transaccion } from '../../plataforma/index.ts';

export const NOMBRE_AMBITO: Readonly<Record<Ambito, string>> = {
  consultar: 'consultar',
  preparar: 'consultar y preparar',
  presentar: 'consultar, preparar y presentar',
  firmar: 'todo, también firmar',
};

/** How the banner and the lists say why one may act: «representante legal principal», «con permiso para consultar». */
export function calidadDe(ambito: Ambito, codigo: string | null): string {
  const nombre = codigo ? calidadRepresentacion(codigo)?.nombre : undefined;
  return nombre ? nombre.toLocaleLowerCase('es-CO') : `persona autorizada para ${NOMBRE_AMBITO[ambito]}`;
}

interface Fila {
  titular: string;
  ambito: Ambito;
  nombre: string | null;
  nit: string | null;
  dv: number | null;
  calidad: string | null;
}

/** Who is `:titular` for whoever acts: themselves, whom they represent in the RUT, or who delegated to them. */
export async function tituloPara(trx: Transaccion, idPublico: string): Promise<Titulo | undefined> {
  const [f]: Fila[] = await llamar(trx, 'cuentas.titulo_para', { idPublico, ahora: trx.ahora });
  if (!f) return undefined;
  return {
    titular: f.titular,
    ambito: f.ambito,
    ...(f.nombre !== null &&
      f.nit !== null &&
      f.dv !== null && {
        actuaPor: {
          nombre: nombreLegible(f.nombre),
          documento: `NIT ${formatearNit(f.nit, f.dv)}`,
          calidad: calidadDe(f.ambito, f.calidad),
        },
      }),
  };
}

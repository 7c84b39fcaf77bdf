import { formatearDocumento } from '@autogestion/normas/documentos-identidad';
import { formatearNit } from '@autogestion/normas/nit';
import { errores, type EnTransaccion, type Peticion } from '../../plataforma/index.ts';
import { idPublicoDe, nombreDe, versionVigente } from '../../rut/index.ts';

interface QuienEntro {
  titular: string;
  /** Of their own pages. */
  base: string;
  nombre: string;
  /** Already formatted. */
  documento: string;
}

/** Who signed in, with their name: they and not whom they may act for. @throws 403 for whoever is nobody. */
export async function quienEntro(enTransaccion: EnTransaccion, p: Peticion): Promise<QuienEntro> {
  const { sesion } = p;
  const persona = sesion?.persona;
  if (!persona) throw errores.sinPermiso();
  return enTransaccion({ tipo: 'persona', persona, sesion: sesion.id }, async (trx) => {
    const v = await versionVigente(trx, persona);
    if (!v) throw errores.noEncontrado();
    const { identificacion: i } = v.registro;
    return {
      titular: persona,
      base: `/de/${await idPublicoDe(trx, persona)}`,
      nombre: nombreDe(v.registro),
      documento:
        i.tipoDocumento && i.numero
          ? formatearDocumento(i.tipoDocumento, i.numero)
          : `NIT ${formatearNit(v.registro.nit, v.registro.dv)}`,
    };
  });
}

import { errores, titularDe, type Transaccion } from '../../plataforma/index.ts';
import { versionesDe, type VersionRut } from '../../rut/index.ts';
import { abrirBorrador, borradoresAbiertos } from '../borrador/index.ts';
import { regimenDeCadaAnio } from '../clases/index.ts';
import { pendientesDePago } from '../cuenta/index.ts';
import { deAntesDe } from '../de-antes/index.ts';
import { erroresDeDeclaraciones } from '../errores.ts';
import { declaracionesDelTitular } from '../presentar/index.ts';
import { porDeclarar } from './por-declarar.ts';

/** What the taxpayer for whom the transaction acts filed, is filling, and may begin. */
export async function susDeclaraciones(trx: Transaccion) {
  const versiones = await suRut(trx);
  const [borradores, presentadas] = [await borradoresAbiertos(trx), await declaracionesDelTitular(trx)];
  const deAntes = await deAntesDe(trx);
  return {
    nit: versiones[0].registro.nit,
    borradores,
    presentadas,
    deAntes,
    pendiente: await pendientesDePago(trx),
    porDeclarar: porDeclarar(versiones[0].registro.nit, regimenDeCadaAnio(versiones), trx.hoy, [
      ...borradores,
      ...presentadas,
      ...deAntes,
    ]),
  };
}

/**
 * Begins a return, or gives the draft that there is of it.
 * @returns the public identifier of the draft
 * @throws ErrorDominio `declaraciones.anio-cerrado`
 */
export async function empezarDeclaracion(
  trx: Transaccion,
  cual: { formulario: string; anio: number; periodo: string },
): Promise<string> {
  const versiones = await suRut(trx);
  const hechas = [...(await declaracionesDelTitular(trx)), ...(await deAntesDe(trx))];
  const posible = porDeclarar(versiones[0].registro.nit, regimenDeCadaAnio(versiones), trx.hoy, hechas).some(
    (x) =>
      x.clase.formulario.codigo === cual.formulario && x.anio === cual.anio && x.periodo === cual.periodo,
  );
  if (!posible) throw erroresDeDeclaraciones.anioCerrado();
  return (await abrirBorrador(trx, cual)).idPublico;
}

/** The versions of the RUT of whoever declares, the newest first: at least one. */
async function suRut(trx: Transaccion): Promise<[VersionRut, ...VersionRut[]]> {
  const [vigente, ...antes] = await versionesDe(trx, titularDe(trx));
  if (!vigente) throw errores.noEncontrado();
  return [vigente, ...antes];
}

import type { Json } from '@autogestion/documentos';
import {
  auditar,
  llamar,
  titularDe,
  validar,
  type Formulario,
  type Transaccion,
} from '../../plataforma/index.ts';
import { escribirResponsabilidades, esperarTurno } from '../../rut/index.ts';
import { conSuNorma } from '../elegibilidad/index.ts';
import { erroresDeDeclaraciones } from '../errores.ts';
import { CAMBIAR_REGIMEN, type ActoDeRegimen } from './acto.ts';
import { deOpcion } from './direcciones.ts';
import { elegibilidadPara, loQueImpide, preguntasPara, regimenDe, type Regimen } from './evaluar.ts';
import { opcionDe, prepararOpcion } from './opciones.ts';

/**
 * Keeps an option until it is signed.
 * @returns its public identifier
 * @throws ErrorDominio `declaraciones.regimen-impedido` with each reason and its article
 */
export async function pedirOpcion(trx: Transaccion, r: Regimen, respuestas: Formulario): Promise<string> {
  const pregunta = preguntasPara(r);
  exigirQuePueda(r, respuestas);
  const leidas = r.que === 'salir' ? undefined : pregunta.esquema.parse(respuestas);
  return prepararOpcion(trx, {
    que: r.que,
    anio: r.anio,
    respuestas: leidas ? (pregunta.escribir?.(leidas) ?? {}) : {},
  });
}

/** @throws ErrorDominio `declaraciones.regimen-impedido` */
function exigirQuePueda(r: Regimen, respuestas: Formulario): void {
  const delRut = r.evaluacion.condiciones.filter((c) => c.estado !== 'cumple');
  const motivos = delRut.map((c) => ({ id: c.id, frase: conSuNorma(c.razon, c.articulo) }));
  if (motivos.length === 0 && r.que === 'entrar') {
    const leidas = validar(preguntasPara(r).esquema, respuestas);
    if (!leidas.ok) throw erroresDeDeclaraciones.regimenSinResponder(leidas.campos);
    for (const c of loQueImpide(elegibilidadPara(r, leidas.datos)))
      motivos.push({ id: c.id, frase: conSuNorma(c.explicacion, c.articulo) });
  }
  if (motivos.length > 0) throw erroresDeDeclaraciones.regimenImpedido(motivos);
}

/**
 * What would be signed of an option now, with the registry held: what is signed is what is written.
 * @throws ErrorDominio `declaraciones.regimen-cambiado` when it was carried out already, `declaraciones.regimen-impedido`
 */
export async function loQueSeFirmaDelRegimen(
  trx: Transaccion,
  publico: string,
): Promise<{ tipo: string; acto: Json }> {
  await esperarTurno(trx, titularDe(trx));
  const opcion = await opcionDe(trx, publico);
  const r = await regimenDe(trx, opcion.que);
  if (opcion.hecha)
    throw erroresDeDeclaraciones.regimenCambiado().conSalida({
      href: deOpcion(r.version.idPublico, opcion.idPublico),
      texto: 'Ver lo que se hizo',
    });
  // What was prepared in one year is of that year.
  if (r.anio !== opcion.anio) throw erroresDeDeclaraciones.regimenDeOtroAnio(opcion.anio);
  exigirQuePueda(r, opcion.respuestas);
  const pregunta = preguntasPara(r);
  const acto: ActoDeRegimen = {
    opcion: opcion.idPublico,
    que: r.que,
    anio: r.anio,
    dia: trx.hoy,
    casilla53: r.casilla53,
    efectos: r.efectos.map(({ texto, articulo }) => ({ texto, articulo })),
    declara:
      r.que === 'salir'
        ? []
        : pregunta
            .resumen(pregunta.esquema.parse(opcion.respuestas), undefined, '')
            .map(({ rotulo, valor }) => ({ clave: rotulo, valor })),
  };
  return { tipo: CAMBIAR_REGIMEN, acto };
}

/** Writes in the RUT what was signed in this transaction: both are true together, or nothing is. */
export async function cambiarRegimen(
  trx: Transaccion,
  acto: { id: string; radicado: string; canonico: string },
): Promise<void> {
  const { acto: firmado } = JSON.parse(acto.canonico) as { acto: ActoDeRegimen };
  await escribirResponsabilidades(trx, {
    radicado: acto.radicado,
    responsabilidades: firmado.casilla53.despues,
    async insertar(v) {
      const hecho = await llamar(trx, 'declaraciones.cambiar_regimen', {
        acto: acto.id,
        ...v,
        ahora: trx.ahora,
      });
      if (!hecho) throw erroresDeDeclaraciones.regimenCambiado();
    },
  });
  await auditar(trx, {
    accion: 'declaraciones.cambiar-regimen',
    objeto: `opcion:${firmado.opcion}`,
    datos: { que: firmado.que, anio: firmado.anio },
  });
}

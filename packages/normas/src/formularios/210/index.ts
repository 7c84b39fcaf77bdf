export { FORMULARIO_210 } from './formulario.ts';
export { deDondeSale } from './de-donde-sale.ts';
export type { DeDondeSale, PasoDeImpuesto } from './de-donde-sale.ts';
export { cesantiasExentas, exentaLaboral, pensionExenta } from './ayudas/rentas-exentas.ts';
export type { DatosCesantias, DatosExentaLaboral, Mesada } from './ayudas/rentas-exentas.ts';
export {
  componenteInflacionario,
  descuentoPorDonacion,
  interesesDeVivienda,
  otrasDeducciones,
} from './ayudas/deducciones.ts';
export type { DatosDeducciones } from './ayudas/deducciones.ts';
export { contarDependientes } from './ayudas/dependientes.ts';
export type { PosibleDependiente } from './ayudas/dependientes.ts';
export type { Ayuda } from './ayudas/comun.ts';
export { CASILLAS_DE_INGRESOS_BRUTOS } from './ingresos-brutos.ts';
export { obligadoADeclarar } from './obligado.ts';
export type { HechosObligado, Obligacion, Umbral } from './obligado.ts';
export { desdeHechos } from './ayudas/desde-hechos.ts';
export { COMPUESTOS } from './compuestos.ts';
export * from './temas/index.ts';

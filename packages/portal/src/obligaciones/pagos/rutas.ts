import { z } from 'zod';
import { cajasDeFecha, leerCajas, PESOS_ESCRITOS } from '../../interfaz/preguntas/index.ts';
import {
  auditar,
  errores,
  llamar,
  nombreDelActor,
  pagina,
  redirigir,
  ruta,
  unaSolaVez,
  type Archivos,
  type Peticion,
  type Reloj,
  type Ruta,
} from '../../plataforma/index.ts';
import { descargarSellado, documentoDeClave } from '../../sello/index.ts';
import { erroresDeObligaciones } from '../errores.ts';
import { DE_PAGOS } from '../politicas.ts';
import { ultimoDiaDelRecibo } from './calcular-pago.ts';
import { obligacionPublica, reciboDe } from './consultas.ts';
import { claveDelDocumento } from './documento-del-recibo.ts';
import { emitirRecibo } from './emitir-recibo.ts';
import type { PuertoBanco } from './banco/puerto.ts';
import { mostrarPagar, mostrarRecibo } from './mostrar.ts';

const OBLIGACION = z.object({ titular: z.string(), obligacion: z.string() });
const RECIBO = z.object({ titular: z.string(), recibo: z.string() });
type PeticionDeObligacion = Peticion<z.output<typeof OBLIGACION>>;

/** What is chosen to pay: everything or a part, and the day. */
const loQueSePaga = (reloj: Reloj) =>
  z
    .object({
      cuanto: z.enum(['todo', 'parte'], { error: 'Diga si va a pagar todo o una parte.' }),
      valor: z.string().default(''),
      ...cajasDeFecha('dia'),
    })
    .transform((v, ctx) => {
      const hasta = ultimoDiaDelRecibo(reloj.hoy());
      const dia = leerCajas(v, 'dia', { nombre: 'La fecha de pago', desde: reloj.hoy(), hasta }, ctx);
      const valor = v.cuanto === 'parte' ? PESOS_ESCRITOS.safeParse(v.valor) : undefined;
      for (const i of valor?.error?.issues ?? [])
        ctx.addIssue({ code: 'custom', message: i.message, path: ['valor'] });
      return dia === undefined || valor?.success === false
        ? z.NEVER
        : { dia, ...(valor?.data !== undefined && { valor: valor.data }) };
    });

/** To figure a payment, to have its slip, and to see what became of it. */
export function rutasDePagos(o: {
  reloj: Reloj;
  archivos: Archivos;
  banco: PuertoBanco | undefined;
}): Ruta[] {
  const cuerpo = loQueSePaga(o.reloj);
  const deObligacion = { acceso: 'titular', parametros: OBLIGACION } as const;
  const deRecibo = { acceso: 'titular', parametros: RECIBO } as const;
  const otraVez = async (p: PeticionDeObligacion, campos: Record<string, string>) => {
    const r = await mostrarPagar(p, { escrito: p.escrito, campos });
    if (r.tipo === 'rechazo') throw errores.deRechazo(r);
    return r.html;
  };
  return [
    ruta({
      ...deObligacion,
      nombre: 'obligaciones.pagar',
      metodo: 'GET',
      camino: '/de/:titular/obligaciones/:obligacion/pagar',
      ambito: DE_PAGOS.pagar,
      manejar: (p) => mostrarPagar(p),
    }),
    ruta({
      ...deObligacion,
      nombre: 'obligaciones.calcular-pago',
      metodo: 'POST',
      camino: '/de/:titular/obligaciones/:obligacion/pagar/cuenta',
      ambito: DE_PAGOS.pagar,
      cuerpo,
      invalido: otraVez,
      manejar: (p) => mostrarPagar(p, { escrito: p.escrito, pago: p.cuerpo }),
    }),
    ruta({
      ...deObligacion,
      nombre: 'obligaciones.hacer-recibo',
      metodo: 'POST',
      camino: '/de/:titular/obligaciones/:obligacion/pagar',
      intento: 'pagar',
      ambito: DE_PAGOS.pagar,
      cuerpo,
      invalido: otraVez,
      async manejar(p) {
        const r = await p.enTransaccion((trx) =>
          unaSolaVez(trx, { ...p, cuerpo: p.escrito }, async () => {
            const obligacion = await obligacionPublica(trx, p.parametros.obligacion);
            if (!obligacion) throw errores.noEncontrado();
            const { dia, valor } = p.cuerpo;
            const hecho = await emitirRecibo(trx, {
              que: [{ obligacion: obligacion.id, ...(valor !== undefined && { valor }) }],
              paraEl: dia,
            });
            return hecho;
          }),
        );
        return r.tipo === 'rechazo'
          ? r
          : redirigir(`/de/${p.parametros.titular}/obligaciones/recibos/${r.numero}`);
      },
    }),
    ruta({
      ...deRecibo,
      nombre: 'obligaciones.recibo',
      metodo: 'GET',
      camino: '/de/:titular/obligaciones/recibos/:recibo',
      manejar: async (p) => pagina(await mostrarRecibo(p, o.banco !== undefined)),
    }),
    ruta({
      ...deRecibo,
      nombre: 'obligaciones.descargar-recibo',
      metodo: 'GET',
      camino: '/de/:titular/obligaciones/recibos/:recibo/pdf',
      manejar: (p) =>
        p.enTransaccion(async (trx) => {
          if (!(await reciboDe(trx, p.parametros.recibo))) throw errores.noEncontrado();
          const d = await documentoDeClave(trx, p.titular, claveDelDocumento(p.parametros.recibo));
          return descargarSellado(trx, d, {
            archivos: o.archivos,
            accion: 'obligaciones.descargar-recibo',
            sinSellar: erroresDeObligaciones.reciboSinHacer,
          });
        }),
    }),
    ruta({
      ...deRecibo,
      nombre: 'obligaciones.anular-recibo',
      metodo: 'POST',
      camino: '/de/:titular/obligaciones/recibos/:recibo/anular',
      ambito: DE_PAGOS.pagar,
      async manejar(p) {
        await p.enTransaccion(async (trx) => {
          const anulado = await llamar(trx, 'obligaciones.anular_recibo', {
            numero: p.parametros.recibo,
            motivo: 'La persona lo anuló',
            actor: nombreDelActor(trx.actor),
            ahora: trx.ahora,
          });
          if (!anulado) throw errores.noEncontrado();
          await auditar(trx, {
            accion: 'obligaciones.anular-recibo',
            objeto: `recibo:${p.parametros.recibo}`,
          });
        });
        return redirigir(`/de/${p.parametros.titular}/obligaciones/recibos/${p.parametros.recibo}`);
      },
    }),
  ];
}

import { z } from 'zod';
import { conNombre } from '../interfaz/preguntas/index.ts';
import { estadoDeTitular } from '../rut/index.ts';
import {
  idPublico,
  pagina,
  redirigir,
  ruta,
  type Peticion,
  type Rechazo,
  type Respuesta,
  type Ruta,
  type SinEmitir,
} from '../plataforma/index.ts';
import type { RegistroIdentidad } from '../cuentas/index.ts';
import { actoDePrueba, PRUEBA } from './actos-propios.ts';
import { TIPOS_DE_ACTO } from './actos.ts';
import { aceptarAcuerdo, acuerdoAceptado } from './acuerdo.ts';
import { cambiarContrasenaDeFirma } from './cambiar-contrasena.ts';
import { canalesDe } from './canales.ts';
import { clavePedida, pedirClaveDinamica } from './clave-dinamica.ts';
import { comprobarIdentidadParaFirma } from './comprobar-identidad.ts';
import { actosDe } from './consultas.ts';
import { emitirFirma, formalizacionDe } from './emitir-firma.ts';
import type { EntornoFirma } from './entorno.ts';
import { estadoDeFirma } from './estado.ts';
import { paginaAcuerdo } from './paginas/acuerdo.tsx';
import { paginaContrasena } from './paginas/contrasena.tsx';
import { paginaEmitir } from './paginas/emitir.tsx';
import { paginaMiFirma } from './paginas/mi-firma.tsx';
import { paginaTerminar } from './paginas/terminar.tsx';
import { CLAVE_DINAMICA, EXPEDICION } from './preguntas.ts';
import {
  caminoDelActo,
  PedidoClave,
  personaDe,
  registroDe,
  rutasParaFirmar,
  sesionDe,
} from './rutas-para-firmar.ts';
import { terminarFirma } from './terminar-firma.ts';

const HECHOS: Record<string, string> = {
  contrasena: 'Su contraseña cambió. La anterior ya no sirve.',
  terminada: 'Su firma terminó. Nadie puede usarla.',
};

const secreto = (falta: string) =>
  z
    .string()
    .max(1_000)
    .default('')
    .refine((v) => v !== '', { error: falta });
/** Twice the same, so that nobody closes their key with a slip. */
const Nueva = z.object({
  contrasena: secreto('Escriba la contraseña nueva.'),
  repetida: secreto('Escriba otra vez la contraseña nueva.'),
});
const iguales = (v: z.output<typeof Nueva>, ctx: z.RefinementCtx) => {
  if (v.contrasena !== v.repetida)
    ctx.addIssue({ code: 'custom', path: ['repetida'], message: 'No es igual a la contraseña de arriba.' });
};
const Cambio = Nueva.extend({ actual: secreto('Escriba la contraseña actual.') }).superRefine(iguales);
const Emision = Nueva.extend({
  mostrado: z.string().regex(/^[0-9a-f]{64}$/),
})
  .superRefine(iguales)
  .and(conNombre('codigo', CLAVE_DINAMICA))
  .and(conNombre('expedicion', EXPEDICION));
const Fin = z.object({
  causal: z.enum(['titular', 'compromiso'], { error: 'Elija por qué la termina.' }),
});
const Aceptacion = z.object({
  acepta: z.literal('si', { error: 'Para tener firma electrónica debe aceptar el acuerdo.' }),
});

interface OpcionesFirma extends EntornoFirma {
  registro: RegistroIdentidad;
}

/** The person's own signature: state, agreement, issue and renewal, password, end, and trying it. */
export function rutasPropias(o: OpcionesFirma): Ruta[] {
  const mostrarEmision = async (p: Peticion, r: { rechazo?: Rechazo | undefined; espere?: SinEmitir } = {}) =>
    p.enTransaccion(async (trx) => {
      const registro = await registroDe(trx, p);
      const { presentacion, mostrado } = await formalizacionDe(trx, registro);
      return paginaEmitir({
        presentacion,
        mostrado,
        canales: await canalesDe(trx),
        pedida: (await clavePedida(trx, sesionDe(p), mostrado)) !== undefined,
        renueva: (await estadoDeFirma(trx, personaDe(p))).tipo === 'vigente',
        valores: p.escrito,
        ...r,
      });
    });

  return [
    ruta({
      nombre: 'firma.mia',
      metodo: 'GET',
      camino: '/mi-firma',
      acceso: 'persona',
      consulta: z.object({ hecho: z.string().optional() }),
      manejar: (p) =>
        p.enTransaccion(async (trx) =>
          pagina(
            paginaMiFirma({
              estado: await estadoDeFirma(trx, personaDe(p)),
              rutCancelado: (await estadoDeTitular(trx, personaDe(p))) === 'cancelado',
              actos: (await actosDe(trx, personaDe(p))).map((a) => ({
                ...a,
                nombre: trx.casa.uno(TIPOS_DE_ACTO, a.tipo).nombre,
              })),
              hecho: HECHOS[p.consulta.hecho ?? ''],
            }),
          ),
        ),
    }),
    ruta({
      nombre: 'firma.acuerdo',
      metodo: 'GET',
      camino: '/mi-firma/acuerdo',
      acceso: 'persona',
      async manejar(p): Promise<Respuesta> {
        const ya = await p.enTransaccion((trx) => acuerdoAceptado(trx, personaDe(p)));
        return ya ? redirigir('/mi-firma/emitir') : pagina(paginaAcuerdo());
      },
    }),
    ruta({
      nombre: 'firma.aceptar-acuerdo',
      metodo: 'POST',
      camino: '/mi-firma/acuerdo',
      acceso: 'persona',
      cuerpo: Aceptacion,
      invalido: async (_, campos) => paginaAcuerdo(campos),
      async manejar(p) {
        const sesion = sesionDe(p).id;
        await p.enTransaccion((trx) => aceptarAcuerdo(trx, { persona: personaDe(p), sesion }));
        return redirigir('/mi-firma/emitir');
      },
    }),
    ruta({
      nombre: 'firma.emitir',
      metodo: 'GET',
      camino: '/mi-firma/emitir',
      acceso: 'persona',
      async manejar(p): Promise<Respuesta> {
        const ya = await p.enTransaccion((trx) => acuerdoAceptado(trx, personaDe(p)));
        return ya ? pagina(await mostrarEmision(p)) : redirigir('/mi-firma/acuerdo');
      },
    }),
    ruta({
      nombre: 'firma.emitir-clave',
      metodo: 'POST',
      camino: '/mi-firma/emitir/clave',
      acceso: 'persona',
      porMinuto: 10,
      cuerpo: PedidoClave,
      invalido: (p, _, no) => mostrarEmision(p, { rechazo: no }),
      async manejar(p): Promise<Respuesta> {
        const r = await p.enTransaccion((trx) =>
          pedirClaveDinamica(trx, o, {
            sesion: sesionDe(p),
            canal: p.cuerpo.canal === 'sms' ? 'sms' : 'correo',
            mostrado: p.cuerpo.mostrado,
            titulo: 'Formalización de la firma electrónica',
          }),
        );
        if (!r.ok) return r;
        return r.espere
          ? pagina(await mostrarEmision(p, { espere: r.espere }))
          : redirigir('/mi-firma/emitir');
      },
    }),
    ruta({
      nombre: 'firma.emitir-firmar',
      metodo: 'POST',
      camino: '/mi-firma/emitir',
      acceso: 'persona',
      porMinuto: 10,
      cuerpo: Emision,
      invalido: (p, _, no) => mostrarEmision(p, { rechazo: no }),
      async manejar(p): Promise<Respuesta> {
        const registro = await p.enTransaccion((trx) => registroDe(trx, p));
        // It may be another office's service: never inside a transaction.
        const identidad = await comprobarIdentidadParaFirma(p, o, registro, p.cuerpo.expedicion);
        if (!identidad.ok) return identidad;
        const r = await p.enTransaccion((trx) =>
          emitirFirma(trx, o, {
            persona: personaDe(p),
            registro,
            identidadComprobada: identidad.ok,
            contrasena: p.cuerpo.contrasena,
            codigo: p.cuerpo.codigo,
            mostrado: p.cuerpo.mostrado,
            sesion: sesionDe(p),
            clave: p.claveIdempotencia ?? idPublico(),
          }),
        );
        if (!r.ok) return r;
        return redirigir(caminoDelActo(r.acto));
      },
    }),
    ruta({
      nombre: 'firma.contrasena',
      metodo: 'GET',
      camino: '/mi-firma/contrasena',
      acceso: 'persona',
      manejar: async () => pagina(paginaContrasena()),
    }),
    ruta({
      nombre: 'firma.cambiar-contrasena',
      metodo: 'POST',
      camino: '/mi-firma/contrasena',
      acceso: 'persona',
      porMinuto: 10,
      cuerpo: Cambio,
      invalido: async (_, campos) => paginaContrasena(campos),
      async manejar(p): Promise<Respuesta> {
        const { actual, contrasena: nueva } = p.cuerpo;
        const r = await p.enTransaccion(async (trx) =>
          cambiarContrasenaDeFirma(trx, o, {
            persona: personaDe(p),
            registro: await registroDe(trx, p),
            actual,
            nueva,
          }),
        );
        if (r.ok) return redirigir('/mi-firma?hecho=contrasena');
        return r.codigo === 'firma.sin-firma' ? redirigir('/mi-firma') : r;
      },
    }),
    ruta({
      nombre: 'firma.terminar',
      metodo: 'GET',
      camino: '/mi-firma/terminar',
      acceso: 'persona',
      manejar: async () => pagina(paginaTerminar()),
    }),
    ruta({
      nombre: 'firma.terminar-mia',
      metodo: 'POST',
      camino: '/mi-firma/terminar',
      acceso: 'persona',
      cuerpo: Fin,
      invalido: async (_, campos) => paginaTerminar(campos),
      async manejar(p) {
        await p.enTransaccion((trx) =>
          terminarFirma(trx, { persona: personaDe(p), causal: p.cuerpo.causal }),
        );
        return redirigir('/mi-firma?hecho=terminada');
      },
    }),
    ...rutasParaFirmar(o, {
      nombre: 'firma.prueba',
      camino: '/mi-firma/prueba',
      acceso: 'persona',
      cargar: async (trx, p) => ({ tipo: PRUEBA, acto: actoDePrueba(await registroDe(trx, p)) }),
    }),
  ];
}

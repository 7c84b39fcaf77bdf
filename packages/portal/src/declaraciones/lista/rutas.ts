import { z } from 'zod';
import {
  errores,
  pagina,
  puede,
  redirigir,
  ruta,
  titularDe,
  type Transaccion,
  unaSolaVez,
  type Ruta,
} from '../../plataforma/index.ts';
import { versionesDe, type VersionRut } from '../../rut/index.ts';
import { abrirBorrador, borradoresAbiertos } from '../borrador/index.ts';
import { pendientesDePago } from '../cuenta/index.ts';
import { erroresDeDeclaraciones } from '../errores.ts';
import { regimenDeCadaAnio } from '../clases/index.ts';
import { deBorrador } from '../llenar/index.ts';
import { DE_DECLARACIONES } from '../politicas.ts';
import { declaracionesDelTitular } from '../presentar/index.ts';
import { paginaDeclaraciones } from './paginas/lista.tsx';
import { porDeclarar } from './por-declarar.ts';

const TITULAR = z.object({ titular: z.string() });
const CUAL = z.object({
  formulario: z.string().max(10),
  anio: z.coerce.number().int(),
  periodo: z.string().max(20),
});

/** What somebody filed, is filling, or may begin. */
export const rutasDeLista: readonly Ruta[] = [
  ruta({
    acceso: 'titular',
    parametros: TITULAR,
    nombre: 'declaraciones.lista',
    metodo: 'GET',
    camino: '/de/:titular/declaraciones',
    manejar: (p) =>
      p.enTransaccion(async (trx) => {
        const versiones = await suRut(trx);
        const [borradores, presentadas] = [await borradoresAbiertos(trx), await declaracionesDelTitular(trx)];
        return pagina(
          paginaDeclaraciones({
            pendiente: await pendientesDePago(trx),
            titular: p.parametros.titular,
            nit: versiones[0].registro.nit,
            hoy: trx.hoy,
            borradores,
            presentadas,
            porDeclarar: porDeclarar(versiones[0].registro.nit, regimenDeCadaAnio(versiones), trx.hoy, [
              ...borradores,
              ...presentadas,
            ]),
            puedeLlenar: puede(p.actor, p.titular, DE_DECLARACIONES.llenar),
          }),
        );
      }),
  }),
  ruta({
    acceso: 'titular',
    parametros: TITULAR,
    nombre: 'declaraciones.empezar',
    metodo: 'POST',
    camino: '/de/:titular/declaraciones',
    intento: 'guardar-declaracion',
    ambito: DE_DECLARACIONES.llenar,
    porMinuto: 30,
    cuerpo: CUAL,
    async manejar(p) {
      const idPublico = await p.enTransaccion((trx) =>
        unaSolaVez(trx, { ...p, cuerpo: p.escrito }, async () => {
          const versiones = await suRut(trx);
          const hechas = await declaracionesDelTitular(trx);
          const posible = porDeclarar(
            versiones[0].registro.nit,
            regimenDeCadaAnio(versiones),
            trx.hoy,
            hechas,
          ).some(
            (x) =>
              x.clase.formulario.codigo === p.cuerpo.formulario &&
              x.anio === p.cuerpo.anio &&
              x.periodo === p.cuerpo.periodo,
          );
          if (!posible) throw erroresDeDeclaraciones.anioCerrado();
          return (await abrirBorrador(trx, p.cuerpo)).idPublico;
        }),
      );
      const base = deBorrador(p.parametros.titular, idPublico);
      return redirigir(p.ocultos._accion === 'en-cero' ? `${base}/revision` : base);
    },
  }),
];

/** The versions of the RUT of whoever declares, the newest first: at least one. */
async function suRut(trx: Transaccion): Promise<[VersionRut, ...VersionRut[]]> {
  const [vigente, ...antes] = await versionesDe(trx, titularDe(trx));
  if (!vigente) throw errores.noEncontrado();
  return [vigente, ...antes];
}

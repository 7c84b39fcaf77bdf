import { z } from 'zod';
import {
  errores,
  pagina,
  puede,
  redirigir,
  ruta,
  titularDe,
  unaSolaVez,
  type Ruta,
} from '../../plataforma/index.ts';
import { versionVigente } from '../../rut/index.ts';
import { abrirBorrador, borradoresAbiertos } from '../borrador/index.ts';
import { erroresDeDeclaraciones } from '../errores.ts';
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
        const version = await versionVigente(trx, titularDe(trx));
        if (!version) throw errores.noEncontrado();
        const [borradores, presentadas] = [await borradoresAbiertos(trx), await declaracionesDelTitular(trx)];
        return pagina(
          paginaDeclaraciones({
            titular: p.parametros.titular,
            hoy: trx.hoy,
            borradores,
            presentadas,
            porDeclarar: porDeclarar(version.registro.nit, trx.hoy, [...borradores, ...presentadas]),
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
    ambito: DE_DECLARACIONES.llenar,
    porMinuto: 30,
    cuerpo: CUAL,
    async manejar(p) {
      const idPublico = await p.enTransaccion((trx) =>
        unaSolaVez(trx, { ...p, cuerpo: p.escrito }, async () => {
          const version = await versionVigente(trx, titularDe(trx));
          if (!version) throw errores.noEncontrado();
          const hechas = await declaracionesDelTitular(trx);
          const posible = porDeclarar(version.registro.nit, trx.hoy, hechas).some(
            (x) =>
              x.clase.formulario.codigo === p.cuerpo.formulario &&
              x.anio === p.cuerpo.anio &&
              x.periodo === p.cuerpo.periodo,
          );
          if (!posible) throw erroresDeDeclaraciones.anioCerrado();
          return (await abrirBorrador(trx, p.cuerpo)).idPublico;
        }),
      );
      return redirigir(deBorrador(p.parametros.titular, idPublico));
    },
  }),
];

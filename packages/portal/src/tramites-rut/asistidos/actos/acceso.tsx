import { definidos } from '@autogestion/normas/definidos';
import type { RegistroRut } from '@autogestion/normas/rut';
import { z } from 'zod';
import { recuperarAcceso } from '../../../cuentas/index.ts';
import { CampoTexto, Radios } from '../../../interfaz/index.ts';
import { pasosDe, rutasDeRecorrido, type Recorrido } from '../../../interfaz/recorrido/index.ts';
import type { Claves, Transaccion } from '../../../plataforma/index.ts';
import { contactoDeTitular, CORREO_ESCRITO, correoOcupado } from '../../../rut/index.ts';
import { siONo } from '../../inscripcion/campos.ts';
import type { ActoAsistido, Hecho } from '../acto.ts';
import { presentarCambio, type HechosDeTitular } from '../atender.ts';
import { anotarCambioAsistido, CAMBIO } from '../cambiar-registro.ts';
import { presentarActo } from '../presentar-acto.ts';
import { SOBRE_UN_RUT } from '../../politicas.ts';
import { baseDeActo, caminoDelActo, GUARDADO, soloNaturales, type Tramitador } from '../tramitador.ts';
import { IdentidadVista, VISTA } from './identidad-vista.tsx';

type Respuestas = {
  'identidad-vista': { vista: 'si' };
  correo: { correo: string };
  factores: { perdio: 'si' | 'no' };
};
const paso = pasosDe<Respuestas, HechosDeTitular>();

const DATOS = CAMBIO.extend({ factores: z.boolean() });

const conCorreo = (r: RegistroRut, correo: string): RegistroRut => ({
  ...r,
  ubicacion: { ...r.ubicacion, correo },
});

function recorrido(): Recorrido<Respuestas, HechosDeTitular> {
  return {
    id: 'tramites-rut.asistido-acceso',
    version: 1,
    titulo: 'Recuperar el acceso',
    diasDeEspera: 1,
    guardado: GUARDADO,
    pasos: [
      paso<'identidad-vista'>({
        slug: 'identidad-vista',
        parte: 'Lo que usted comprobó',
        nombre: 'Comprobación',
        pregunta: '¿Comprobó que es la persona?',
        esquema: VISTA,
        pagina: (c) => <IdentidadVista campo={c.campo} />,
        ejemplos: [{ escrito: { vista: 'si' } }],
      }),
      paso<'correo'>({
        slug: 'correo',
        parte: 'La cuenta',
        nombre: 'Correo nuevo',
        pregunta: '¿Qué correo usa ahora la persona?',
        esquema: z.object({ correo: CORREO_ESCRITO }),
        pagina: (c) => (
          <CampoTexto
            {...c.campo.texto('correo')}
            etiqueta="Correo electrónico"
            ayuda="Debe poder leerlo ya: ahí llega el código con el que acepta."
            tipo="email"
            autocompletar="off"
            ortografia={false}
            mayusculas="none"
          />
        ),
        resumen: (v) => [{ clave: 'Correo nuevo', valor: v.correo }],
        async alGuardar(c, { correo }) {
          const actual = c.datos.hechos.registro?.ubicacion.correo ?? '';
          const falta =
            correo.toLowerCase() === actual.toLowerCase()
              ? 'Ese es el correo que ya tiene. Si puede leerlo, entre con el código que llega ahí.'
              : (await correoOcupado(c.trx, correo)) &&
                'Ese correo ya es de otra persona inscrita en el RUT.';
          return falta ? { tipo: 'rechazado', campos: { correo: falta } } : { tipo: 'guardado' };
        },
        ejemplos: [{ escrito: { correo: 'nuevo@ejemplo.co' } }],
      }),
      paso<'factores'>({
        slug: 'factores',
        parte: 'La cuenta',
        nombre: 'Segundo factor',
        pregunta: '¿Perdió también su aplicación de códigos o sus llaves de acceso?',
        esquema: z.object({ perdio: siONo('Responda sí o no.') }),
        pagina: (c) => (
          <Radios
            {...c.campo.texto('perdio')}
            etiqueta="Segundo factor"
            ayuda="Si nunca puso uno, responda no."
            opciones={[
              { valor: 'si', texto: 'Sí, los perdió: se quitan' },
              { valor: 'no', texto: 'No' },
            ]}
          />
        ),
        resumen: (v) => [{ clave: 'Quitar el segundo factor', valor: v.perdio === 'si' ? 'Sí' : 'No' }],
        ejemplos: [{ escrito: { perdio: 'no' } }, { escrito: { perdio: 'si' } }],
      }),
    ],
    revision: { titulo: 'Revise antes de presentárselo a la persona', boton: 'Presentar' },
    async terminar({ trx, datos: { respuestas: r, hechos } }) {
      const { titular, base, registro: antes } = hechos as HechosDeTitular;
      const registro = conCorreo(antes, r.correo.correo);
      const factores = r.factores.perdio === 'si';
      const presentacion = presentarCambio('Recuperar el acceso a su cuenta', antes, registro, [
        'Desde ahora entra con este correo. Su contraseña anterior deja de servir y se cierran sus sesiones.',
        ...(factores
          ? ['Se quitan su aplicación de códigos, sus códigos de recuperación y sus llaves de acceso.']
          : []),
        'Avisamos al correo anterior. Desde ahí se puede deshacer por 72 horas.',
      ]);
      const a = await presentarActo(trx, {
        clase: 'acceso',
        titular,
        datos: { base, registro, factores },
        presentacion,
        destino: r.correo.correo,
      });
      return { a: caminoDelActo(a.idPublico), resultado: {} };
    },
  };
}

async function recuperar(trx: Transaccion, a: ActoAsistido, urlPublica: string): Promise<Hecho> {
  const { factores } = DATOS.parse(a.datos);
  const antes = a.titular ? await contactoDeTitular(trx, a.titular) : undefined;
  const { version, ...hecho } = await anotarCambioAsistido(trx, a);
  await recuperarAcceso(trx, {
    titular: hecho.titular,
    antes: antes?.correo ?? '',
    ...definidos({ telefono: antes?.telefono || undefined }),
    version,
    factores,
    urlPublica,
  });
  return hecho;
}

export function recuperarElAcceso(e: { claves: Claves; urlPublica: string }): Tramitador {
  const def = recorrido();
  return {
    clase: {
      clase: 'acceso',
      nombre: 'Recuperar el acceso a la cuenta',
      ayuda: 'La persona no tiene contraseña y ya no puede leer el correo registrado.',
      fundamento:
        'Comunicado de la DIAN del 25 de febrero de 2022, caso 8; DUR 1625 de 2016, art. 1.6.1.2.14',
      efecto: (trx, a) => recuperar(trx, a, e.urlPublica),
    },
    recorrido: def,
    deTitular: { impide: soloNaturales },
    rutas: rutasDeRecorrido(def, {
      base: baseDeActo('acceso'),
      acceso: 'funcionario',
      roles: SOBRE_UN_RUT.atender,
      claves: e.claves,
    }),
  };
}

import { z } from 'zod';
import { CampoCodigo, CampoTexto, Casillas, Boton } from '../../../interfaz/index.ts';
import type { ContextoGuardar, Efecto, Paso } from '../../../interfaz/recorrido/index.ts';
import {
  enviarMensaje,
  MENSAJE_COMPROBACION,
  REGLAS_CODIGO,
  type Codigos,
} from '../../../plataforma/index.ts';
import { CELULAR_ESCRITO, CORREO_ESCRITO, correoOcupado } from '../../../rut/index.ts';
import { linea, unaDe } from '../campos.ts';
import { paso, type DatosInscripcion, type Hechos, type Respuestas } from '../tipos.ts';

const PARTE = 'Sus datos de contacto';

const CODIGO = linea.superRefine((v, ctx) => {
  const limpio = v.replace(/[\s-]/g, '');
  if (limpio === '') ctx.addIssue({ code: 'custom', message: 'Escriba el código que le enviamos.' });
  else if (limpio.length !== REGLAS_CODIGO.largo) {
    ctx.addIssue({
      code: 'custom',
      message: `El código tiene ${REGLAS_CODIGO.largo} letras y números; usted escribió ${limpio.length}.`,
    });
  }
});

type Guardar = ContextoGuardar<Respuestas, Hechos>;
type Canal = 'correo' | 'sms';
const PROPOSITO: Record<Canal, string> = {
  correo: 'rut.inscripcion.correo',
  sms: 'rut.inscripcion.telefono',
};

async function enviarCodigo(
  c: Guardar,
  codigos: Codigos,
  canal: Canal,
  destino: string,
): Promise<string | undefined> {
  const emision = await codigos.emitir(c.trx, c.sesion.id, PROPOSITO[canal], destino);
  if (emision.tipo === 'espere') return `Espere ${emision.segundos} segundos antes de pedir otro código.`;
  const texto = `Su código para inscribirse en el RUT es ${emision.codigo}. Sirve por ${REGLAS_CODIGO.vigenciaMinutos} minutos.`;
  await enviarMensaje(
    c.trx,
    canal === 'sms'
      ? { canal, destino, texto: `Autogestion: ${texto}` }
      : {
          canal,
          destino,
          asunto: `${emision.codigo} es su código`,
          texto: `${texto}\n\nSi usted no lo pidió, no haga nada.`,
        },
  );
  return undefined;
}

const correoDe = (d: DatosInscripcion) => d.respuestas.correo?.correo ?? '';
const telefonoDe = (d: DatosInscripcion) => d.respuestas.telefono?.telefono ?? '';

interface DefinicionCodigo {
  slug: 'codigo-correo' | 'codigo-telefono';
  canal: Canal;
  nombre: string;
  pregunta: string;
  donde: (d: DatosInscripcion) => string;
  destino: (d: DatosInscripcion) => string;
  /** Fact that says which destination was confirmed: another destination undoes it by itself. */
  confirmado: 'correoConfirmado' | 'telefonoConfirmado';
  despues?: (
    c: Guardar,
    destino: string,
    efecto: { tipo: 'guardado'; hechos: Partial<Hechos> },
  ) => Promise<Efecto<Hechos>>;
  ejemplo: Partial<Hechos>;
}

/** The page where the code that was sent is written, and where another can be asked for. */
function pasoCodigo(codigos: Codigos, o: DefinicionCodigo): Paso<Respuestas, Hechos> {
  return paso<DefinicionCodigo['slug']>({
    slug: o.slug,
    parte: PARTE,
    nombre: o.nombre,
    pregunta: o.pregunta,
    esquema: z.object({ codigo: CODIGO }),
    guarda: false,
    cumplido: (d) => o.destino(d) !== '' && d.hechos[o.confirmado] === o.destino(d),
    pagina: (c) => (
      <>
        <p class="govuk-body">{o.donde(c.datos)}</p>
        <CampoCodigo
          {...c.campo.texto('codigo')}
          etiqueta="Código"
          ayuda={`Seis letras y números. Sirve por ${REGLAS_CODIGO.vigenciaMinutos} minutos.`}
        />
      </>
    ),
    pie: () => (
      <p>
        <Boton variante="enlace" nombre="_accion" valor="reenviar">
          Enviar otro código
        </Boton>
      </p>
    ),
    async alGuardar(c, v) {
      const destino = o.destino(c.datos);
      // A double click sends the same code twice: the first one did it.
      if (c.datos.hechos[o.confirmado] === destino) return { tipo: 'guardado' };
      const r = await codigos.comprobar(c.trx, c.sesion.id, PROPOSITO[o.canal], destino, v.codigo);
      if (r !== 'correcto') return { tipo: 'rechazado', campos: { codigo: MENSAJE_COMPROBACION[r] } };
      const efecto = { tipo: 'guardado' as const, hechos: { [o.confirmado]: destino } as Partial<Hechos> };
      return o.despues ? o.despues(c, destino, efecto) : efecto;
    },
    acciones: {
      async reenviar(c) {
        const espere = await enviarCodigo(c, codigos, o.canal, o.destino(c.datos));
        return espere
          ? { campos: { codigo: espere } }
          : { aviso: 'Le enviamos un código nuevo. El anterior ya no sirve.' };
      },
    },
    ejemplos: [{ escrito: { codigo: 'ABC234' }, hechos: o.ejemplo }],
  });
}

/** Consent, e-mail and phone, each confirmed by a code. */
export function pasosContacto(codigos: Codigos): Paso<Respuestas, Hechos>[] {
  return [
    paso<'tratamiento-datos'>({
      slug: 'tratamiento-datos',
      parte: PARTE,
      nombre: 'Tratamiento de sus datos',
      pregunta: '¿Autoriza el tratamiento de sus datos?',
      esquema: z.object({
        acepta: unaDe(
          ['si'],
          'Para inscribirse debe autorizar el tratamiento de sus datos. Marque la casilla.',
        ),
      }),
      pagina: (c) => (
        <>
          <p class="govuk-body">
            Usaremos los datos que escriba para comprobar su identidad, inscribirle en el RUT y avisarle de
            sus trámites. Los datos del RUT son reservados: solo usted, y los funcionarios que la ley
            autoriza, los ven completos. Usted verá quién los consultó.
          </p>
          <p class="govuk-body">
            Puede pedir que los corrijamos o preguntar cómo los usamos en cualquier momento (Ley 1581 de
            2012).
          </p>
          <Casillas
            {...c.campo.varios('acepta')}
            etiqueta="Autorización"
            opciones={[
              { valor: 'si', texto: 'Autorizo el tratamiento de mis datos para inscribirme en el RUT' },
            ]}
          />
        </>
      ),
      ejemplos: [{ escrito: { acepta: 'si' } }],
    }),

    paso<'correo'>({
      slug: 'correo',
      parte: PARTE,
      nombre: 'Correo electrónico',
      pregunta: '¿Cuál es su correo electrónico?',
      esquema: z.object({ correo: CORREO_ESCRITO }),
      cumplido: (d) =>
        correoDe(d) !== '' && correoDe(d).toLowerCase() !== d.hechos.correoEnUso?.toLowerCase(),
      pagina: (c) => (
        <>
          {c.datos.hechos.correoEnUso ? (
            <p class="govuk-inset-text">
              El correo {c.datos.hechos.correoEnUso} ya es de otra persona inscrita en el RUT. Escriba uno que
              sea solo suyo.
            </p>
          ) : null}
          <CampoTexto
            {...c.campo.texto('correo')}
            etiqueta="Correo electrónico"
            ayuda="Ahí le enviaremos un código ahora, su RUT al terminar y las notificaciones de la administración."
            tipo="email"
            autocompletar="email"
            ortografia={false}
            mayusculas="none"
          />
        </>
      ),
      resumen: (v) => [{ clave: 'Correo electrónico', valor: v.correo }],
      async alGuardar(c, v) {
        if (v.correo.toLowerCase() === c.datos.hechos.correoEnUso?.toLowerCase()) {
          return {
            tipo: 'rechazado',
            campos: { correo: 'Ese correo ya es de otra persona inscrita en el RUT. Escriba otro.' },
          };
        }
        // Going back and on without a change asks for no new code.
        if (v.correo === c.datos.hechos.correoConfirmado) return { tipo: 'guardado' };
        const espere = await enviarCodigo(c, codigos, 'correo', v.correo);
        // A code on its way still serves; only a first one that could not be sent stops here.
        const yaEnviado = v.correo === correoDe(c.datos);
        if (espere && !yaEnviado) return { tipo: 'rechazado', campos: { correo: espere } };
        return { tipo: 'guardado' };
      },
      ejemplos: [{ escrito: { correo: 'persona@ejemplo.co' } }],
    }),

    pasoCodigo(codigos, {
      slug: 'codigo-correo',
      canal: 'correo',
      nombre: 'Confirmar el correo',
      pregunta: 'Escriba el código que le enviamos al correo',
      donde: (d) => `Lo enviamos a ${correoDe(d)}. Si no llega, mire en la carpeta de correo no deseado.`,
      destino: correoDe,
      confirmado: 'correoConfirmado',
      async despues(c, correo, efecto) {
        // Whose e-mail it is may be said only to an identified person: here, when they come back to change it.
        const ocupado = c.datos.hechos.identidad && (await correoOcupado(c.trx, correo));
        return { ...efecto, correo, ...(ocupado && { hechos: { ...efecto.hechos, correoEnUso: correo } }) };
      },
      ejemplo: { correoConfirmado: 'persona@ejemplo.co' },
    }),

    paso<'telefono'>({
      slug: 'telefono',
      parte: PARTE,
      nombre: 'Celular',
      pregunta: '¿Cuál es su número de celular?',
      esquema: z.object({ telefono: CELULAR_ESCRITO }),
      pagina: (c) => (
        <CampoTexto
          {...c.campo.texto('telefono')}
          etiqueta="Número de celular"
          ayuda="Le enviaremos un código por mensaje de texto. Si es de otro país, empiece por el signo + y el indicativo."
          tipo="tel"
          teclado="tel"
          autocompletar="tel"
          ancho={20}
        />
      ),
      resumen: (v) => [{ clave: 'Celular', valor: v.telefono }],
      async alGuardar(c, v) {
        if (v.telefono === c.datos.hechos.telefonoConfirmado) return { tipo: 'guardado' };
        const espere = await enviarCodigo(c, codigos, 'sms', v.telefono);
        const yaEnviado = v.telefono === telefonoDe(c.datos);
        if (espere && !yaEnviado) return { tipo: 'rechazado', campos: { telefono: espere } };
        return { tipo: 'guardado' };
      },
      ejemplos: [{ escrito: { telefono: '300 123 4567' } }],
    }),

    pasoCodigo(codigos, {
      slug: 'codigo-telefono',
      canal: 'sms',
      nombre: 'Confirmar el celular',
      pregunta: 'Escriba el código que le enviamos al celular',
      donde: (d) => `Lo enviamos por mensaje de texto al ${telefonoDe(d)}.`,
      destino: telefonoDe,
      confirmado: 'telefonoConfirmado',
      ejemplo: { telefonoConfirmado: '3001234567' },
    }),
  ];
}

import { casoVideoatencion } from '@autogestion/normas/rut';
import {
  Boton,
  EnlaceBoton,
  Formulario,
  ListaResumen,
  Pagina,
  renderizarPagina,
  type FilaDeResumen,
} from '../../interfaz/index.ts';
import { enlace } from '../enlaces.ts';
import type { Hechos } from './tipos.ts';

/** The draft cannot go on here: why, what was kept and what follows. */
export function paginaSituacion(hechos: Partial<Hechos>, base: string, caminoEntrar: string): string {
  const { titulo, cuerpo } = situacion(hechos, base, caminoEntrar);
  return renderizarPagina(
    <Pagina titulo={titulo} indexable={false} parteDe="Inscripción en el RUT">
      {cuerpo}
    </Pagina>,
  );
}

function situacion(hechos: Partial<Hechos>, base: string, caminoEntrar: string) {
  if (hechos.solicitud)
    return solicitudAsistida(hechos.solicitud.radicado, (hechos.fallosIdentidad ?? 0) >= 3);
  switch (hechos.situacion?.tipo) {
    case 'ya-inscrito':
      return {
        titulo: 'Usted ya está en el RUT',
        cuerpo: (
          <>
            <p class="govuk-body">
              No necesita inscribirse otra vez. Entre con su documento: le enviaremos un código al correo que
              tiene registrado.
            </p>
            <EnlaceBoton href={caminoEntrar}>Entrar</EnlaceBoton>
            <CorregirDocumento base={base} />
          </>
        ),
      };
    case 'fallecida':
      return {
        titulo: 'Este documento figura como de una persona fallecida',
        cuerpo: (
          <>
            <p class="govuk-body">
              Así aparece en el registro de identidad. Por eso aquí no se puede seguir con ese documento.
            </p>
            <QueSigue
              falta="Si es un error, que la Registraduría corrija el registro: se pide con el documento. Si usted representa una sucesión, la inscripción la hace un funcionario, y usted le muestra el documento que lo prueba."
              hasta="Lo que escribió queda guardado 30 días. Si la corrección llega después, empiece otra vez."
              escribir="Por la corrección, a la Registraduría. Por la sucesión, a esta oficina."
            />
            <CorregirDocumento base={base} />
            <EmpezarOtraVez />
          </>
        ),
      };
    case 'menor':
      return {
        titulo: 'La inscripción en línea es para mayores de 18 años',
        cuerpo: (
          <>
            <p class="govuk-body">Según el registro de identidad, este documento es de un menor de edad.</p>
            <QueSigue
              falta="Que su madre, su padre o su representante haga la inscripción con un funcionario. Lleva su documento, el del menor y el registro civil."
              hasta="No hay un plazo que se le venza por esperar. Lo que escribió aquí queda guardado 30 días."
              escribir="A esta oficina, para saber cómo los atiende un funcionario."
            />
            <CorregirDocumento base={base} />
            <EmpezarOtraVez />
          </>
        ),
      };
    case undefined:
      return {
        titulo: 'Ese correo ya es de otra persona',
        cuerpo: (
          <>
            <p class="govuk-body">
              Comprobamos su identidad, pero el correo {hechos.correoEnUso} ya es de otra persona inscrita en
              el RUT. Ahí llegarían los códigos y las notificaciones, así que debe ser solo suyo.
            </p>
            <EnlaceBoton href={`${base}/correo`}>Escribir otro correo</EnlaceBoton>
          </>
        ),
      };
  }
}

/** It is not a success: nothing green. What is missing, by when, whom to write to and how to begin again. */
function solicitudAsistida(radicado: string, porIdentidad: boolean) {
  const caso = casoVideoatencion(porIdentidad ? '8' : '1');
  const citas = enlace('citas.pedir');
  return {
    titulo: porIdentidad
      ? 'No pudimos comprobar su identidad en línea'
      : 'El registro de identidad no respondió',
    cuerpo: (
      <>
        <p class="govuk-body">
          {porIdentidad
            ? 'Los datos que escribió no coinciden con el registro de identidad. Eso pasa, por ejemplo, cuando el documento se renovó hace poco. Usted todavía no está en el RUT.'
            : 'No es culpa suya: no pudimos comprobar su identidad en línea. Usted todavía no está en el RUT.'}
        </p>
        <QueSigue
          antes={[{ rotulo: 'Radicado', valor: <strong>{radicado}</strong> }]}
          falta={`Que un funcionario vea su documento original y termine la inscripción con usted, en una videollamada${caso ? ` (caso ${caso.codigo} de videoatención)` : ''}. Lo que escribió quedó guardado y no tendrá que repetirlo.`}
          hasta="Su solicitud no vence. Pero hasta que la termine usted no está en el RUT, y quien debe estar se inscribe antes de empezar su actividad."
          escribir="A esta oficina, con el radicado. También se lo enviamos a su correo."
        />
        {citas ? <EnlaceBoton href={citas}>Agendar la videollamada</EnlaceBoton> : null}
        <EmpezarOtraVez />
      </>
    ),
  };
}

function QueSigue(p: { antes?: FilaDeResumen[]; falta: string; hasta: string; escribir: string }) {
  return (
    <ListaResumen
      filas={[
        ...(p.antes ?? []),
        { rotulo: 'Qué falta', valor: p.falta },
        { rotulo: 'Hasta cuándo', valor: p.hasta },
        {
          rotulo: 'A quién escribir',
          valor: (
            <>
              {p.escribir}{' '}
              <a class="govuk-link" href="/ayuda">
                Cómo comunicarse
              </a>
              .
            </>
          ),
        },
      ]}
    />
  );
}

const CorregirDocumento = ({ base }: { base: string }) => (
  <p class="govuk-body">
    <a class="govuk-link" href={`${base}/documento`}>
      Corregir el documento que escribí
    </a>
  </p>
);

const EmpezarOtraVez = () => (
  <>
    <h2 class="govuk-heading-m">Empezar otra vez</h2>
    <p class="govuk-body">
      Si se equivocó en el número, en los nombres o en la fecha, puede empezar otra inscripción. Esta no
      estorba.
    </p>
    <Formulario accion="/rut/inscripcion">
      <Boton variante="secundario">Empezar otra inscripción</Boton>
    </Formulario>
  </>
);

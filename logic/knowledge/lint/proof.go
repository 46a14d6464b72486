package lint

import (
	"slices"

	"backupdoctor/logic/knowledge"
	"backupdoctor/logic/words"
)

// waits are the proofs that somebody or something else has to bring about.
var waits = []knowledge.Proof{
	knowledge.ProofOrganization, knowledge.ProofApple, knowledge.ProofDownload, knowledge.ProofRestore,
}

// judgeProof checks how the success of a fix shows. A person who waits for somebody else is told what to do
// meanwhile.
func (l *linter) judgeProof(f *knowledge.Fix) {
	l.judgeChoice(f.At, f.ID, "proof", string(f.Proof), "lint.want.proof", "", string(knowledge.ProofNow),
		string(knowledge.ProofTonight), string(knowledge.ProofOrganization), string(knowledge.ProofApple),
		string(knowledge.ProofDownload), string(knowledge.ProofRestore))
	for i, line := range f.Meanwhile {
		key := element("meanwhile", i)
		l.judgeChoice(f.At, f.ID, key+".kind", string(line.Kind), "lint.want.line-kind",
			string(knowledge.StepLine), string(knowledge.NoteLine), string(knowledge.CautionLine))
		l.judgeWhen(f.At, f.ID, key, line.When)
	}
	if slices.Contains(waits, f.Proof) && len(f.Meanwhile) == 0 {
		l.report(f.At, f.ID, "meanwhile", missing("meanwhile"), words.Say("lint.want.meanwhile"))
	}
}
